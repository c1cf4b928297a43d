import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG, FIELD_NAMES, FIELDS } from "../../engine/config";
import { withTask } from "../../engine/tasks/difficulty";
import { PRESET_NAMES, withPreset } from "../../engine/presets";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";
import { configure, receive, useApp } from "../../state/app";
import { readyWith } from "../../state/testing/events";
import { showPage } from "../testing/page";
import { GROUPS } from "./fields";
import { MoreSettings } from "./MoreSettings";
import { Setup } from "./Setup";

const SETTINGS = (
  <>
    <Setup />
    <MoreSettings />
  </>
);

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

/** What a browser does when a slider is let go: an input event, then the native change event. */
function slideTo(name: string, value: number): void {
  const slider = screen.getByRole("slider", { name });
  fireEvent.input(slider, { target: { value: String(value) } });
  act(() => {
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const EVERYDAY = ["task", "attention", "timing"] as const;
const FOLDED = Object.values(GROUPS).flat();

/** Every group and disclosure unfolded, as a reader of everything would have it. */
function unfold(name: string): void {
  const details = screen.getByText(name).closest("details");
  act(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
  });
}

function select(name: string): HTMLSelectElement {
  return screen.getByRole<HTMLSelectElement>("combobox", { name });
}

function option(name: string): HTMLOptionElement {
  return screen.getByRole<HTMLOptionElement>("option", { name });
}

/** What assistive technology adds to a control's name. */
function descriptionOf(control: HTMLElement): string {
  const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

describe("set-up", () => {
  it("has a place for every setting but those of the player", () => {
    const beyond = FIELD_NAMES.filter((name) => FIELDS[name].effect === "shown");
    expect([...EVERYDAY, ...FOLDED, ...beyond].toSorted()).toEqual(FIELD_NAMES.toSorted());
  });

  it.each([
    ["en", en.setup],
    ["ko", ko.setup],
  ] as const)("has a labelled control for every setting in %s", async (language, texts) => {
    await showPage(SETTINGS, { language });
    const panel = within(screen.getByRole("region", { name: texts.title }));
    expect(screen.getByRole("region", { name: texts.more })).toBeTruthy();
    expect(panel.getByRole("combobox", { name: texts.preset.label })).toBeTruthy();
    for (const name of FOLDED) expect(screen.getByLabelText(texts.fields[name].label)).toBeTruthy();
    for (const name of EVERYDAY)
      expect(panel.getByRole("combobox", { name: texts.fields[name].label })).toBeTruthy();
  });

  it("changes a choice and says what it means", async () => {
    const { commands } = await showPage(SETTINGS);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Attention" }), "dot");
    expect(screen.getByText(en.setup.fields.attention.options.dot.help)).toBeTruthy();
    vi.runAllTimers();
    expect(commands).toEqual([
      { type: "configure", config: { ...DEFAULT_CONFIG, attention: "dot" }, weights: "baked" },
    ]);
  });

  it("cannot be timed without attention, and says why", async () => {
    await showPage(SETTINGS, { config: { attention: "none" } });
    const timing = screen.getByRole("combobox", { name: "Timing" });
    expect(timing.getAttribute("aria-disabled")).toBe("true");
    expect(descriptionOf(timing)).toBe(en.setup.idle.noAttention);
  });

  it("offers own pairs as a task only once there are some", async () => {
    await showPage(SETTINGS);
    expect(screen.queryByRole("option", { name: "Your own pairs" })).toBeNull();
    act(() => useApp.setState({ config: { ...DEFAULT_CONFIG, task: "pairs" } }));
    expect(screen.getByRole("option", { name: "Your own pairs" })).toBeTruthy();
  });

  it("moves a slider of the model without asking for a model at each notch", async () => {
    const { commands } = await showPage(SETTINGS);
    const slider = screen.getByRole("slider", { name: "Hidden size" });
    for (const value of [72, 80, 88]) fireEvent.input(slider, { target: { value: String(value) } });
    vi.runAllTimers();
    expect(commands).toEqual([]);
    expect(slider.getAttribute("aria-valuetext")).toBe("88");
    slideTo("Hidden size", 96);
    vi.runAllTimers();
    expect(commands).toMatchObject([{ type: "configure", config: { hiddenSize: 96 } }]);
  });

  it("applies P(feed truth) while it is being dragged", async () => {
    const { commands } = await showPage(SETTINGS);
    fireEvent.input(screen.getByRole("slider", { name: "P(feed truth)" }), {
      target: { value: "0.5" },
    });
    vi.runAllTimers();
    expect(commands).toMatchObject([{ type: "adjust", config: { forcing: 0.5 } }]);
  });

  it("sets a single setting back", async () => {
    await showPage(SETTINGS, { config: { hiddenSize: 128 } });
    await userEvent.click(screen.getByRole("button", { name: "Hidden size: back to 64" }));
    expect(useApp.getState().config.hiddenSize).toBe(64);
    expect(document.activeElement).toBe(screen.getByRole("slider", { name: "Hidden size" }));
    expect(screen.queryByRole("button", { name: /Hidden size: back/ })).toBeNull();
  });

  it("sets all settings back and leaves the task", async () => {
    await showPage(SETTINGS, { config: { task: "dates", seed: 9, forcing: 0.5 } });
    await userEvent.click(screen.getByRole("button", { name: "All settings to their defaults" }));
    expect(useApp.getState().config).toEqual(withTask(DEFAULT_CONFIG, "dates"));
  });

  it("shows how the task writes dates", async () => {
    await showPage(SETTINGS, { config: { task: "dates" } });
    const list = screen.getByText(en.setup.fields.task.about).closest("details");
    expect(screen.queryByText("20th of November 2026")).toBeNull();
    act(() => {
      if (list) list.open = true;
      list?.dispatchEvent(new Event("toggle"));
    });
    expect(await screen.findByText("20th of November 2026")).toBeTruthy();
    expect(screen.getByText("2026년 11월 20일 금요일")).toBeTruthy();
    fireEvent.keyDown(screen.getByText(en.setup.fields.task.about), { key: "Escape" });
    expect(list?.open).toBe(false);
  });

  it("says whether a change brought a fresh model or a trained one", async () => {
    await showPage(SETTINGS);
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.getByText(en.setup.rule)).toBeTruthy();
    const config = { ...DEFAULT_CONFIG, attention: "none" } as const;
    act(() => receive(readyWith({ runId: 2, config, weights: "baked", canUndo: true })));
    expect(screen.getByText(en.setup.bakedDone)).toBeTruthy();
    act(() => receive(readyWith({ runId: 3, canUndo: true })));
    expect(screen.getByText(en.setup.freshDone)).toBeTruthy();
  });

  it("offers the way back after a change", async () => {
    const { commands } = await showPage(SETTINGS);
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.queryByRole("button", { name: en.setup.goBack })).toBeNull();
    const config = { ...DEFAULT_CONFIG, hiddenSize: 96 };
    act(() => receive(readyWith({ runId: 2, config, canUndo: true })));
    await userEvent.click(screen.getByRole("button", { name: en.setup.goBack }));
    expect(commands).toEqual([{ type: "undo" }]);
  });
});

describe("presets", () => {
  it("set a model and say where it comes from", async () => {
    await showPage(SETTINGS, { config: { hiddenSize: 32, seed: 7 } });
    const before = useApp.getState().config;
    for (const name of PRESET_NAMES) {
      const { label, help } = en.setup.preset.options[name];
      await userEvent.selectOptions(select("Preset"), label);
      expect(useApp.getState().config).toEqual(withPreset(before, name));
      expect(select("Preset").value).toBe(name);
      expect(descriptionOf(select("Preset"))).toBe(help);
    }
  });

  it("give way to a name that nobody can choose where settings are the student's own", async () => {
    await showPage(SETTINGS);
    expect(screen.queryByRole("option", { name: "Custom" })).toBeNull();
    await userEvent.selectOptions(select("Cell"), "lstm");
    expect(select("Preset").value).toBe("custom");
    expect(option("Custom").disabled).toBe(true);
    await userEvent.selectOptions(select("Cell"), "gru");
    expect(select("Preset").value).toBe("default");
    expect(screen.queryByRole("option", { name: "Custom" })).toBeNull();
  });

  it("list what they set", async () => {
    await showPage(SETTINGS);
    await userEvent.selectOptions(select("Preset"), "boostcampLab");
    unfold(en.setup.preset.sets);
    const terms = screen.getAllByRole("term").map((term) => term.textContent);
    const values = screen.getAllByRole("definition").map((value) => value.textContent);
    const shown = Object.fromEntries(terms.map((term, i) => [term, values[i]]));
    expect(shown).toMatchObject({
      Cell: "GRU",
      Layers: "2",
      Attention: "None",
      Coin: "Per step",
      "P(feed truth)": "0.5",
    });
    expect(terms).not.toContain("Timing"); // nothing to time
  });

  it("and every other fold are named with the setting that they are about", async () => {
    await showPage(SETTINGS);
    const panel = screen.getByRole("region", { name: "Set-up" });
    const names = [...panel.querySelectorAll("summary")].map((summary) => ({
      name: summary.getAttribute("aria-label"),
      seen: summary.textContent,
    }));
    expect(names).toEqual([
      { name: "What it sets: Preset", seen: "What it sets" },
      { name: "What it shows: Task", seen: "What it shows" },
      { name: "Equation: Attention", seen: "Equation" },
      { name: "Equation: Timing", seen: "Equation" },
    ]);
  });
});

describe("combinations that cannot be", () => {
  it("rule out scores beside an encoder that reads both ways, and say why", async () => {
    await showPage(SETTINGS);
    expect(option("Dot product").disabled).toBe(false);
    await userEvent.selectOptions(select("Encoder direction"), "bidirectional");
    expect(option("Dot product (one-way encoder only)").disabled).toBe(true);
    expect(option("Diagonal (one-way encoder only)").disabled).toBe(true);
    expect(option("General").disabled).toBe(false);
    const reason = /^Dot product, Diagonal: reading both ways/;
    expect(screen.getByText(reason)).toBeTruthy();
    expect(descriptionOf(select("Attention"))).toMatch(
      /Dot product, Diagonal: .* Choose one way, or General/,
    );
    act(() => {
      fireEvent.change(select("Attention"), { target: { value: "dot" } });
    });
    expect(useApp.getState().config.attention).toBe("additive");
  });

  it("rule out the direction beside such a score, and say why", async () => {
    await showPage(SETTINGS, { config: { attention: "dot" } });
    expect(option("Both ways (not with this attention)").disabled).toBe(true);
    expect(descriptionOf(select("Encoder direction"))).toMatch(
      /Both ways: .* Choose General there first/,
    );
    await userEvent.selectOptions(select("Attention"), "general");
    expect(option("Both ways").disabled).toBe(false);
    expect(screen.queryByText(/Choose General there first/)).toBeNull();
  });

  it.each([
    ["combobox", "Input feeding", en.setup.idle.bahdanauTiming],
    ["spinbutton", "Half-life N", en.setup.idle.constant],
    ["slider", "Floor ε", en.setup.idle.constant],
    ["combobox", "Coin", en.setup.idle.alwaysTruth],
  ])("leave a %s named %s without effect, and it says so", async (role, name, reason) => {
    const { commands } = await showPage(SETTINGS);
    const control = screen.getByRole(role, { name });
    expect(control.getAttribute("aria-disabled")).toBe("true");
    expect(descriptionOf(control)).toContain(reason);
    expect(control.hasAttribute("disabled")).toBe(false); // it keeps the focus
    if (role === "slider") slideTo(name, 0.4);
    if (role === "spinbutton") await userEvent.type(control, "77");
    vi.runAllTimers();
    expect(commands).toEqual([]);
    expect(useApp.getState().config).toEqual(DEFAULT_CONFIG);
  });

  it("have their settings back once they mean something", async () => {
    await showPage(SETTINGS);
    await userEvent.selectOptions(select("Schedule"), "linear");
    for (const name of ["Half-life N", "Floor ε", "Coin"])
      expect(screen.getByLabelText(name).getAttribute("aria-disabled")).toBe("false");
  });
});

function shownEquation(): HTMLElement | null {
  return screen.queryByRole("region", { name: "Equation: Attention" });
}

describe("what a setting does", () => {
  it("is an equation below the chosen option, once somebody looks", async () => {
    await showPage(SETTINGS);
    const name = "Equation: Cell";
    expect(screen.queryByRole("region", { name })).toBeNull();
    unfold(en.setup.groups.cells.title);
    expect(screen.getByRole("region", { name })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Equation: Encoder direction" })).toBeNull();
  });

  it("is an equation that folds out over the page for the everyday choices", async () => {
    await showPage(SETTINGS);
    const panel = within(screen.getByRole("region", { name: "Set-up" }));
    expect(panel.getAllByText("Equation")).toHaveLength(2); // attention and timing
    await userEvent.selectOptions(select("Attention"), "none");
    expect(panel.getAllByText("Equation")).toHaveLength(1); // nothing to time
  });

  it("stays unfolded while the setting is used, and no longer", async () => {
    await showPage(SETTINGS);
    const panel = within(screen.getByRole("region", { name: "Set-up" }));
    const [summary] = panel.getAllByText("Equation"); // of attention
    await userEvent.click(summary as HTMLElement);
    expect(await screen.findByRole("region", { name: "Equation: Attention" })).toBeTruthy();
    await userEvent.selectOptions(select("Attention"), "general");
    expect(shownEquation()).toBeTruthy();
    act(() => shownEquation()?.focus());
    await userEvent.keyboard("{Escape}");
    expect(shownEquation()).toBeNull();
    expect(document.activeElement).toBe(summary);
    await userEvent.click(summary as HTMLElement);
    act(() => select("Timing").focus());
    expect(shownEquation()).toBeNull();
  });

  it("is a picture where a schedule falls", async () => {
    await showPage(SETTINGS, { config: { schedule: "linear", halfLife: 250 } });
    unfold(en.setup.groups.forcing.title);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
      "P(feed truth) over the training steps: 1 at first, 0.5 at step 250, 0 at step 1,000.",
    );
    await userEvent.selectOptions(select("Schedule"), "constant");
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("is summed up where it is folded away", async () => {
    await showPage(SETTINGS, { config: { cell: "lstm", layers: 2, forcing: 0.5 } });
    expect(screen.getByText("LSTM · 2 × 64")).toBeTruthy();
    expect(screen.getByText("P = 0.5 · Constant")).toBeTruthy();
  });
});

describe("size of the model", () => {
  it("is that of the chosen set-up, before any worker has made it", async () => {
    await showPage(SETTINGS);
    expect(screen.queryByText(/parameters$/)).toBeNull(); // no vocabulary is known yet
    act(() => receive(readyWith({ runId: 1, parameters: 1 })));
    expect(screen.getByText("54,942 parameters")).toBeTruthy();
    act(() => configure({ hiddenSize: 8, attention: "none" }));
    // embeddings 2 * 30 * 16, cells 2 * 24 * (16 + 8 + 2), output 8 * 30 + 30
    expect(screen.getByText("2,478 parameters")).toBeTruthy();
  });

  it("waits for the vocabulary of another task", async () => {
    await showPage(SETTINGS);
    act(() => receive(readyWith({ runId: 1 })));
    act(() => configure({ task: "dates" }));
    expect(screen.queryByText(/parameters$/)).toBeNull();
    const config = { ...DEFAULT_CONFIG, task: "dates" } as const;
    act(() => receive(readyWith({ runId: 2, config, sourceTokens: 50, targetTokens: 15 })));
    expect(screen.getByText(/^5\d,\d{3} parameters$/)).toBeTruthy();
  });

  it("is laid out tensor by tensor in two tables", async () => {
    await showPage(SETTINGS, { config: { direction: "bidirectional" } });
    const config = { ...DEFAULT_CONFIG, direction: "bidirectional" } as const;
    act(() => receive(readyWith({ runId: 1, config })));
    expect(screen.queryByRole("table")).toBeNull();
    unfold(en.setup.model.title);
    const activations = within(screen.getByRole("table", { name: "Activations" }));
    const states = activations.getByRole("rowheader", { name: /encoder states/ });
    expect(states.closest("tr")?.textContent).toContain("[B, S, 2H] [64, S, 128]");
    const parameters = within(screen.getByRole("table", { name: "Parameters" }));
    const weight = parameters.getByRole("rowheader", {
      name: "encoder.gru.weight_ih_l0_reverse",
    });
    expect(weight.closest("tr")?.textContent).toContain("[192, 16]3,072");
    for (const part of ["encoder", "attention", "decoder"])
      expect(parameters.getByRole("rowheader", { name: part })).toBeTruthy();
  });
});

function seed(): HTMLElement {
  return screen.getByRole("spinbutton", { name: "Seed" });
}

async function typeSeed(text: string): Promise<void> {
  await userEvent.clear(seed());
  await userEvent.type(seed(), text);
}

async function openMore(): Promise<void> {
  const { container } = await showPage(SETTINGS);
  container.querySelector("details")?.setAttribute("open", "");
}

describe("a typed number", () => {
  it("is left alone until the student is done", async () => {
    await openMore();
    await typeSeed("123");
    expect(useApp.getState().config.seed).toBe(1);
    await userEvent.tab();
    expect(useApp.getState().config.seed).toBe(123);
  });

  it("out of range is refused in a sentence and can be mended", async () => {
    await openMore();
    await typeSeed("0");
    await userEvent.tab();
    const sentence = screen.getByText("Choose a number from 1 to 999,999.");
    expect(sentence.getAttribute("role")).toBe("alert");
    expect(seed()).toHaveProperty("value", "0");
    expect(seed().getAttribute("aria-invalid")).toBe("true");
    expect(useApp.getState().config.seed).toBe(1);
    await typeSeed("42");
    await userEvent.tab();
    expect(useApp.getState().config.seed).toBe(42);
    expect(seed().getAttribute("aria-invalid")).toBe("false");
  });

  it("that is none is refused, and Escape brings the old one back", async () => {
    await openMore();
    await userEvent.clear(seed());
    await userEvent.tab();
    expect(screen.getByText("This is not a number.")).toBeTruthy();
    await userEvent.type(seed(), "{Escape}");
    expect(seed()).toHaveProperty("value", "1");
    expect(screen.queryByText("This is not a number.")).toBeNull();
  });

  it("between two steps is rounded", async () => {
    await openMore();
    const rate = screen.getByRole("spinbutton", { name: "Learning rate" });
    await userEvent.clear(rate);
    await userEvent.type(rate, "0.00123");
    await userEvent.tab();
    expect(useApp.getState().config.learningRate).toBe(0.0012);
    expect(rate).toHaveProperty("value", "0.0012");
  });
});
