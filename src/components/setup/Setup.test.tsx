/** The set-up as a whole: a place for every setting, and the reset to the defaults. */
import { act, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, FIELD_NAMES } from "../../engine/setup/config";
import { GREEDY } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";
import { choose } from "../../state/actions/showing";
import { LANE } from "../../state/slices/lane";
import { setLane, useApp } from "../../state/store";
import { lane } from "../../state/testing/openedPage";
import { showSettings } from "../testing/settings";
import { GROUPS } from "./fields";

const EVERYDAY = ["task", "network", "attention", "timing"] as const;
/** Only a Transformer has these. */
const OF_HEADS = ["heads", "positions"] as const;
const FOLDED = Object.values(GROUPS).flat();

const isDisabled = (button: HTMLElement): boolean =>
  button.getAttribute("aria-disabled") === "true";

describe("set-up", () => {
  it("has a place for every setting", () => {
    expect([...EVERYDAY, ...OF_HEADS, ...FOLDED].toSorted()).toEqual(FIELD_NAMES.toSorted());
  });

  it.each([
    ["en", en.setup],
    ["ko", ko.setup],
  ] as const)("has a labelled control for every setting in %s", async (language, texts) => {
    await showSettings({ language });
    expect(screen.getByRole("combobox", { name: texts.preset.label })).toBeTruthy();
    const labelOf = (name: (typeof FOLDED)[number]): string =>
      name === "symbols" ? texts.units.reverse.count : texts.fields[name].label;
    for (const name of FOLDED) expect(screen.getByLabelText(labelOf(name))).toBeTruthy();
    for (const name of EVERYDAY)
      expect(screen.getByRole("combobox", { name: texts.fields[name].label })).toBeTruthy();
  });

  it("has the settings of heads in the place of those of cells for a Transformer", async () => {
    await showSettings({ config: { network: "transformer" } });
    const { fields } = en.setup;
    for (const name of OF_HEADS) expect(screen.getByLabelText(fields[name].label)).toBeTruthy();
    for (const name of ["attention", "timing", "cell"] as const)
      expect(screen.queryByLabelText(fields[name].label)).toBeNull();
  });

  it("names the symbols of the task", async () => {
    await showSettings({ config: { task: "numberWords" } });
    expect(screen.getByLabelText("Number words")).toBeTruthy();
  });

  it("offers own pairs as a task only after the student has used some", async () => {
    await showSettings();
    expect(screen.queryByRole("option", { name: "Your own pairs" })).toBeNull();
    act(() => setLane(LANE, { config: { ...DEFAULT_CONFIG, task: "pairs" } }));
    expect(screen.getByRole("option", { name: "Your own pairs" })).toBeTruthy();
  });

  it("resets all settings and keeps the task", async () => {
    await showSettings({ config: { task: "dates", seed: 9, forcing: 0.5 } });
    await userEvent.click(
      screen.getByRole("button", { name: "Set all settings to their defaults" }),
    );
    expect(lane().config).toEqual(withTask(DEFAULT_CONFIG, "dates"));
  });

  it("resets the way of decoding with them, even without any other change", async () => {
    await showSettings();
    const reset = screen.getByRole("button", { name: "Set all settings to their defaults" });
    expect(isDisabled(reset)).toBe(true);
    act(() => choose({ method: "beam", beamWidth: 4 }));
    expect(isDisabled(reset)).toBe(false);
    await userEvent.click(reset);
    expect(useApp.getState().view.show.choosing).toEqual(GREEDY);
    expect(isDisabled(reset)).toBe(true);
  });

  it("shows how the task writes dates", async () => {
    await showSettings({ config: { task: "dates" } });
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

  it("summarises the settings of a closed group", async () => {
    await showSettings({ config: { cell: "lstm", layers: 2, forcing: 0.5 } });
    expect(screen.getByText("LSTM · 2 × 64")).toBeTruthy();
    expect(screen.getByText("P = 0.5 · Constant")).toBeTruthy();
  });

  it.each([
    ["reverse", "Length 3 to 8 · 26 letters of the alphabet"],
    ["numberWords", "Length 2 to 4"],
    ["dates", "fixed"],
    ["pairs", "fixed"],
  ] as const)(
    "summarises only the difficulty settings that the task offers: %s",
    async (task, brief) => {
      await showSettings();
      act(() => setLane(LANE, { config: withTask(DEFAULT_CONFIG, task) }));
      const summary = screen.getByText("Difficulty").closest("summary");
      expect(summary?.textContent).toBe(`Difficulty${brief}`);
    },
  );

  it("names the lengths after the side that the task counts", async () => {
    await showSettings({ config: withTask(DEFAULT_CONFIG, "numberWords") });
    expect(screen.getByRole("slider", { name: "Longest answer" })).toBeTruthy();
    expect(screen.getByText(/^In digits\..*2.to.6/)).toBeTruthy();
    expect(screen.queryByRole("slider", { name: "Longest source" })).toBeNull();
  });
});
