/** Presets: their settings, and when none of them fits. */
import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { PRESET_NAMES, withPreset } from "../../engine/setup/presets";
import { en } from "../../i18n/en";
import { descriptionOf, option, select, showSettings, unfold } from "../testing/settings";
import { lane } from "../../state/testing/openedPage";

describe("presets", () => {
  it("set a model and say where it comes from", async () => {
    await showSettings({ config: { hiddenSize: 32, seed: 7 } });
    const before = lane().config;
    for (const name of PRESET_NAMES) {
      const { label, help } = en.setup.preset.options[name];
      await userEvent.selectOptions(select("Preset"), label);
      expect(lane().config).toEqual(withPreset(before, name));
      expect(select("Preset").value).toBe(name);
      expect(descriptionOf(select("Preset"))).toBe(help);
    }
  });

  it("show a disabled option where the settings fit no preset", async () => {
    await showSettings();
    expect(screen.queryByRole("option", { name: "Custom" })).toBeNull();
    await userEvent.selectOptions(select("Cell"), "lstm");
    expect(select("Preset").value).toBe("custom");
    expect(option("Custom").disabled).toBe(true);
    await userEvent.selectOptions(select("Cell"), "gru");
    expect(select("Preset").value).toBe("default");
    expect(screen.queryByRole("option", { name: "Custom" })).toBeNull();
  });

  it("list their settings", async () => {
    await showSettings();
    await userEvent.selectOptions(select("Preset"), "boostcampLab");
    unfold(en.setup.preset.sets);
    const terms = screen.getAllByRole("term").map((term) => term.textContent);
    const values = screen.getAllByRole("definition").map((value) => value.textContent);
    const shown = Object.fromEntries(terms.map((term, i) => [term, values[i]]));
    expect(shown).toMatchObject({
      Cell: "GRU",
      Layers: "2",
      Attention: "None",
      "Random choice": "Per step",
      "P(feed truth)": "0.5",
    });
    expect(terms).not.toContain("Timing"); // timing has no effect
  });

  it("and every other explanation contain the setting's name in their own names", async () => {
    await showSettings();
    const names = [...document.querySelectorAll("[data-field] summary")].map((summary) => ({
      name: summary.getAttribute("aria-label"),
      seen: summary.textContent,
    }));
    expect(names).toEqual([
      { name: "About this task: Task", seen: "About this task" },
      { name: "What it sets: Preset", seen: "What it sets" },
      { name: "Equation: Attention", seen: "Equation" },
      { name: "Equation: Timing", seen: "Equation" },
    ]);
  });
});
