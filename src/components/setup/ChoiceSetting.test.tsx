/** Settings with a few options, and options that exclude each other. */
import { act, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { en } from "../../i18n/en";
import { descriptionOf, option, select, showSettings, slideTo } from "../testing/settings";
import { lane } from "../../state/testing/openedPage";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a choice", () => {
  it("changes a setting and says what the option means", async () => {
    const { commands } = await showSettings();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Attention" }), "dot");
    expect(screen.getByText(en.setup.fields.attention.options.dot.help)).toBeTruthy();
    vi.runAllTimers();
    const config = { ...DEFAULT_CONFIG, attention: "dot" };
    expect(commands).toEqual([{ type: "configure", config, weights: "baked", show: INITIAL_SHOW }]);
  });

  it("of timing is disabled without attention, and says why", async () => {
    await showSettings({ config: { attention: "none" } });
    const timing = screen.getByRole("combobox", { name: "Timing" });
    expect(timing.getAttribute("aria-disabled")).toBe("true");
    expect(descriptionOf(timing)).toBe(en.setup.idle.noAttention);
  });
});

describe("settings that exclude others", () => {
  it("disable scores for an encoder that reads both ways, and say why", async () => {
    await showSettings();
    expect(option("Dot product").disabled).toBe(false);
    await userEvent.selectOptions(select("Encoder direction"), "bidirectional");
    expect(option("Dot product (one-way encoder only)").disabled).toBe(true);
    expect(option("Diagonal (one-way encoder only)").disabled).toBe(true);
    expect(option("General").disabled).toBe(false);
    const reason = /^Dot product, Diagonal: this encoder reads both ways/;
    expect(screen.getByText(reason)).toBeTruthy();
    expect(descriptionOf(select("Attention"))).toMatch(
      /Dot product, Diagonal: .* Choose One way, or General/,
    );
    act(() => {
      fireEvent.change(select("Attention"), { target: { value: "dot" } });
    });
    expect(lane().config.attention).toBe("additive");
  });

  it("disable the direction for such a score, and say why", async () => {
    await showSettings({ config: { attention: "dot" } });
    expect(option("Both ways (not with this attention)").disabled).toBe(true);
    expect(descriptionOf(select("Encoder direction"))).toMatch(
      /Both ways: .* First choose another attention, for example General/,
    );
    await userEvent.selectOptions(select("Attention"), "general");
    expect(option("Both ways").disabled).toBe(false);
    expect(screen.queryByText(/First choose another attention, for example General/)).toBeNull();
  });

  it.each([
    ["combobox", "Input feeding", en.setup.idle.bahdanauTiming],
    ["spinbutton", "Half-life N", en.setup.idle.constant],
    ["slider", "Floor ε", en.setup.idle.constant],
    ["combobox", "Random choice", en.setup.idle.alwaysTruth],
  ])("leave a %s named %s without effect, and the page says so", async (role, name, reason) => {
    const { commands } = await showSettings();
    const control = screen.getByRole(role, { name });
    expect(control.getAttribute("aria-disabled")).toBe("true");
    expect(descriptionOf(control)).toContain(reason);
    expect(control.hasAttribute("disabled")).toBe(false); // it keeps the focus
    if (role === "slider") slideTo(name, 0.4);
    if (role === "spinbutton") await userEvent.type(control, "77");
    vi.runAllTimers();
    expect(commands).toEqual([]);
    expect(lane().config).toEqual(DEFAULT_CONFIG);
  });

  it("restore the other settings once those have an effect", async () => {
    await showSettings();
    await userEvent.selectOptions(select("Schedule"), "linear");
    for (const name of ["Half-life N", "Floor ε", "Random choice"])
      expect(screen.getByLabelText(name).getAttribute("aria-disabled")).toBe("false");
  });
});
