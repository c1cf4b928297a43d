/** What a student looks at stands in the store: a lesson sets it there, a control on the page, and both are one. */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Profiler } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { page } from "../state/actions/acts";
import type { ViewState } from "../state/slices/view";
import { useApp } from "../state/store";
import { progressOf, readyWith, reportOf, scoredExample } from "../state/testing/events";
import { receive } from "../state/testing/openedPage";
import { makeTrace } from "../vis/testing/traces";
import { Evaluation } from "./evaluation/Evaluation";
import { ShownStepPanel } from "./player/ShownStepPanel";
import { Stage } from "./player/Stage";
import { showPage } from "./testing/page";
import { showSettings, unfold } from "./testing/settings";
import { showTrace } from "./testing/showTrace";
import { Training } from "./training/Training";

afterEach(cleanup);

const view = (): ViewState => useApp.getState().view;
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const shownOperation = (): string | null => screen.getByRole("tab", { selected: true }).textContent;
const layer = (name: string): HTMLInputElement => screen.getByRole("radio", { name });
const details = (name: string) => screen.getByText(name).closest("details");
const listed = (): string =>
  screen
    .getAllByRole("rowheader")
    .map((cell) => within(cell).getByRole("button").textContent)
    .join("");

describe("the operation", () => {
  it("is shown from the store and chosen by its tab", async () => {
    await showTrace(<ShownStepPanel />, makeTrace());
    expect(shownOperation()).toBe("2score");
    act(() => page.showOperation("context"));
    expect(shownOperation()).toBe("4context");
    await userEvent.click(screen.getByRole("tab", { name: "output" }));
    expect([shownOperation(), view().operation]).toEqual(["7output", "output"]);
  });

  it("that the model has not is kept in mind while its cell is shown", async () => {
    await showTrace(<ShownStepPanel />, makeTrace({ attention: "none" }));
    act(() => page.showOperation("softmax"));
    expect([shownOperation(), view().operation]).toEqual(["2GRU", "softmax"]);
  });
});

describe("the layer", () => {
  it("is shown from the store and chosen on the stage; the top one needs no number", async () => {
    await showTrace(<Stage />, makeTrace({ layers: 2 }));
    expect(layer("Layer 2").checked).toBe(true);
    act(() => page.showLayer(0));
    expect(layer("Layer 1").checked).toBe(true);
    await userEvent.click(layer("Layer 2"));
    expect([layer("Layer 2").checked, view().layer]).toEqual([true, null]);
    await userEvent.click(layer("Layer 1"));
    expect(view().layer).toBe(0);
  });
});

describe("the numbers of a tile", () => {
  const state = { kind: "state", step: 1, layer: 0 } as const;

  it("open from the store beside the tile, and close by their button", async () => {
    await showTrace(<Stage />, makeTrace());
    act(() => page.inspect(state));
    const dialog = await screen.findByRole("dialog", { name: "Decoder state s₂" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(view().inspected).toBeNull();
  });

  it("open by a click, which the store knows, and change with what is chosen beside", async () => {
    await showTrace(<Stage />, makeTrace({ cell: "lstm" }));
    await userEvent.click(button("Decoder state s₂"));
    const dialog = within(await screen.findByRole("dialog"));
    expect(view().inspected).toEqual(state);
    await userEvent.click(dialog.getByRole("radio", { name: "C (memory cell)" }));
    expect(view().inspected).toEqual({ ...state, kind: "memory" });
  });

  it("wait for a tile that shows them", async () => {
    await showTrace(<ShownStepPanel />, makeTrace());
    act(() => page.inspect({ kind: "gate", gate: "update", step: 7, layer: 0 }));
    expect(screen.queryByRole("dialog")).toBeNull();
    act(() => page.showOperation("cell"));
    expect(await screen.findByRole("dialog", { name: "Update gate z₈" })).toBeTruthy();
  });
});

describe("what is folded out", () => {
  it("is a group of settings, from the store and by hand", async () => {
    await showSettings();
    act(() => page.openSection("cells", true));
    expect(details("Cells and layers")?.open).toBe(true);
    fireEvent(details("Cells and layers") ?? document, new Event("toggle")); // as a browser tells of it
    expect(useApp.getState().acts.map(({ by }) => by)).not.toContain("student");
    unfold("Updates");
    expect(view().open).toEqual(["cells", "updates"]);
    act(() => page.openSection("updates", false));
    expect(details("Updates")?.open).toBe(false);
  });

  it("is more about a setting, until it is left", async () => {
    await showSettings();
    act(() => page.openSection("preset", true));
    expect(document.querySelector("details[open] dl")).toBeTruthy();
    act(() => screen.getByRole("combobox", { name: "Task" }).focus());
    expect(view().open).toEqual([]);
    expect(document.querySelector("details[open]")).toBeNull();
  });

  it("is a table behind a figure", async () => {
    await showPage(<Training />);
    act(() => page.openSection("curves", true));
    expect(screen.getByText("No evaluation yet.", { exact: false })).toBeTruthy();
    act(() => page.openSection("curves", false));
    expect(screen.queryByText("No evaluation yet.", { exact: false })).toBeNull();
  });

  it("is no reason to draw the stage again", async () => {
    let renders = 0;
    const count = (): void => {
      renders += 1;
    };
    await showTrace(
      <Profiler id="stage" onRender={count}>
        <Stage />
      </Profiler>,
      makeTrace(),
    );
    renders = 0;
    act(() => page.openSection("cells", true));
    act(() => page.readCurvesAt(3));
    act(() => page.setMode("learn"));
    expect(renders).toBe(0);
  });
});

describe("the curves", () => {
  it("are read where the store says, and where the cursor is moved", async () => {
    await showPage(<Training />);
    act(() => [readyWith(), progressOf(1, 40)].forEach(receive));
    const cursor = screen.getByRole("slider", { name: "Training step on the curves" });
    await waitFor(() => expect(cursor).toHaveProperty("value", "40"));
    act(() => page.readCurvesAt(12));
    expect(cursor).toHaveProperty("value", "12");
    fireEvent.change(cursor, { target: { value: "7" } });
    expect([view().cursor, cursor.getAttribute("aria-valuetext")]).toEqual([
      7,
      expect.stringContaining("7"),
    ]);
  });
});

describe("the table of examples", () => {
  const examples = [
    scoredExample({ source: ["a"], loss: 1 }),
    scoredExample({ source: ["b"], loss: 3, isExact: false }),
    scoredExample({ source: ["c"], loss: 2 }),
  ];

  it("is sorted and filtered from the store and by its controls", async () => {
    await showPage(<Evaluation />);
    const report = reportOf({ examples });
    act(() =>
      [
        readyWith(),
        { type: "evaluating", runId: 1, stage: { kind: "done", report } } as const,
      ].forEach(receive),
    );
    act(() => page.orderExamples({ key: "loss", descending: true }));
    expect(listed()).toBe("bca");
    await userEvent.click(button("Loss"));
    expect([listed(), view().exampleOrder]).toEqual(["abc", null]);
    act(() => page.listWrongOnly(true));
    expect(listed()).toBe("b");
    await userEvent.click(screen.getByRole("checkbox"));
    expect([listed(), view().wrongOnly]).toEqual(["abc", false]);
  });
});
