/** What a setting does, as an equation or a picture. */
import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { en } from "../../i18n/en";
import { select, showSettings, unfold } from "../testing/settings";

function shownEquation(): HTMLElement | null {
  return screen.queryByRole("region", { name: "Equation: Attention" });
}

describe("what a setting does", () => {
  it("is an equation below the chosen option, once somebody looks", async () => {
    await showSettings();
    const name = "Equation: Cell";
    expect(screen.queryByRole("region", { name })).toBeNull();
    unfold(en.setup.groups.cells.title);
    expect(screen.getByRole("region", { name })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Equation: Encoder direction" })).toBeNull();
  });

  it("is an equation that folds out over the page for the everyday choices", async () => {
    await showSettings();
    const panel = within(screen.getByRole("region", { name: "Set-up" }));
    expect(panel.getAllByText("Equation")).toHaveLength(2); // attention and timing
    await userEvent.selectOptions(select("Attention"), "none");
    expect(panel.getAllByText("Equation")).toHaveLength(1); // nothing to time
  });

  it("stays unfolded while the setting is used, and no longer", async () => {
    await showSettings();
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
    await showSettings({ config: { schedule: "linear", halfLife: 250 } });
    unfold(en.setup.groups.forcing.title);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
      "P(feed truth) over the training steps: 1 at first, 0.5 at step 250, 0 at step 1,000.",
    );
    await userEvent.selectOptions(select("Schedule"), "constant");
    expect(screen.queryByRole("img")).toBeNull();
  });
});
