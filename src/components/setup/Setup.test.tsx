import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG, FIELD_NAMES } from "../../engine/config";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";
import { receive, useApp } from "../../state/app";
import { readyWith } from "../../state/testing/events";
import { showPage } from "../testing/page";
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

describe("set-up", () => {
  it.each([
    ["en", en.setup],
    ["ko", ko.setup],
  ] as const)("has a labelled control for every setting in %s", async (language, texts) => {
    await showPage(SETTINGS, { language });
    const panel = within(screen.getByRole("region", { name: texts.title }));
    expect(screen.getByRole("region", { name: texts.more })).toBeTruthy();
    for (const name of FIELD_NAMES)
      expect(screen.getByLabelText(texts.fields[name].label)).toBeTruthy();
    for (const name of ["task", "attention", "timing"] as const)
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
    expect(screen.getByText(en.setup.noTiming)).toBeTruthy();
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
    expect(useApp.getState().config).toEqual({ ...DEFAULT_CONFIG, task: "dates" });
  });

  it("shows how the task writes dates", async () => {
    await showPage(SETTINGS, { config: { task: "dates" } });
    const list = screen.getByText(en.setup.fields.task.formats).closest("details");
    expect(screen.queryByText("20th of November 2026")).toBeNull();
    act(() => {
      if (list) list.open = true;
      list?.dispatchEvent(new Event("toggle"));
    });
    expect(await screen.findByText("20th of November 2026")).toBeTruthy();
    expect(screen.getByText("2026년 11월 20일 금요일")).toBeTruthy();
    fireEvent.keyDown(screen.getByText(en.setup.fields.task.formats), { key: "Escape" });
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

  it("says how big the model is, and offers the way back after a change", async () => {
    const { commands } = await showPage(SETTINGS);
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.getByText("54,942 parameters")).toBeTruthy();
    expect(screen.queryByRole("button", { name: en.setup.goBack })).toBeNull();
    const config = { ...DEFAULT_CONFIG, hiddenSize: 96 };
    act(() => receive(readyWith({ runId: 2, config, canUndo: true })));
    await userEvent.click(screen.getByRole("button", { name: en.setup.goBack }));
    expect(commands).toEqual([{ type: "undo" }]);
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
