/** The equation or picture of a setting. */
import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { en } from "../../i18n/en";
import { select, showSettings, unfold } from "../testing/settings";

function shownEquation(): HTMLElement | null {
  return screen.queryByRole("region", { name: "Equation: Attention" });
}

describe("the explanation of a setting", () => {
  it("is an equation below the chosen option, typeset when its group opens", async () => {
    await showSettings();
    const name = "Equation: Cell";
    expect(screen.queryByRole("region", { name })).toBeNull();
    unfold(en.setup.groups.cells.title);
    expect(screen.getByRole("region", { name })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Equation: Encoder direction" })).toBeNull();
  });

  it("is an equation that opens over the page for the most used settings", async () => {
    await showSettings();
    expect(screen.getAllByText("Equation")).toHaveLength(2); // attention and timing
    await userEvent.selectOptions(select("Attention"), "none");
    expect(screen.getAllByText("Equation")).toHaveLength(1); // timing has no effect now
  });

  it("stays open while the student uses the setting, and then closes", async () => {
    await showSettings();
    const [summary] = screen.getAllByText("Equation"); // of attention
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

  it("is a picture for a schedule that falls", async () => {
    await showSettings({ config: { schedule: "linear", halfLife: 250 } });
    unfold(en.setup.groups.forcing.title);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
      "P(feed truth) during training: 1 at the start, 0.5 at update 250, 0 at update 1,000.",
    );
    await userEvent.selectOptions(select("Schedule"), "constant");
    expect(screen.queryByRole("img")).toBeNull();
  });
});
