/** The view lies in the store: lessons and the page's controls change the same values. */
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
import { Inspector } from "./inspector/Inspector";
import { Stage } from "./player/Stage";
import { showPage } from "./testing/page";
import { showSettings, unfold } from "./testing/settings";
import { showTrace } from "./testing/showTrace";
import { Timeline } from "./timeline/Timeline";
import { TrainingTab } from "./timeline/TrainingTab";

afterEach(cleanup);

const view = (): ViewState => useApp.getState().view;
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const operations = () => within(screen.getByRole("tablist", { name: /^Operations/ }));
const shownOperation = (): string | null =>
  operations().getByRole("tab", { selected: true }).textContent;
const numbers = () => within(screen.getByRole("tabpanel", { name: "Numbers" }));
const layer = (name: string): HTMLInputElement => screen.getByRole("radio", { name });
const details = (name: string) => screen.getByText(name).closest("details");
const listed = (): string =>
  screen
    .getAllByRole("rowheader")
    .map((cell) => within(cell).getByRole("button").textContent)
    .join("");

describe("the operation", () => {
  it("follows the store, and its tab changes it", async () => {
    await showTrace(<Inspector />, makeTrace());
    expect(shownOperation()).toBe("2score");
    act(() => page.showOperation("context"));
    expect(shownOperation()).toBe("4context");
    await userEvent.click(screen.getByRole("tab", { name: "output" }));
    expect([shownOperation(), view().operation]).toEqual(["7output", "output"]);
  });

  it("stays in the store while the model lacks it, and the panel shows the cell", async () => {
    await showTrace(<Inspector />, makeTrace({ attention: "none" }));
    act(() => page.showOperation("softmax"));
    expect([shownOperation(), view().operation]).toEqual(["2GRU", "softmax"]);
  });
});

describe("the layer", () => {
  it("follows the store, and the stage changes it; the top layer needs no number", async () => {
    await showTrace(<Stage />, makeTrace({ layers: 2 }));
    await screen.findByRole("radio", { name: "Layer 2" }); // it loads after the first picture
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

  it("open from the store in their tab, and close by a button", async () => {
    await showTrace(<Inspector />, makeTrace());
    act(() => page.inspect(state));
    expect(numbers().getByRole("heading", { name: "Decoder state s₂" })).toBeTruthy();
    await userEvent.click(numbers().getByRole("button", { name: "Scores of this step" }));
    expect(view().inspected).toBeNull();
    expect(numbers().getByRole("heading", { name: "Scores and weights of step 8" })).toBeTruthy();
  });

  it("follow the vector switch", async () => {
    await showTrace(<Inspector />, makeTrace({ cell: "lstm" }));
    act(() => page.inspect(state));
    await userEvent.click(numbers().getByRole("radio", { name: "C (memory cell)" }));
    expect(view().inspected).toEqual({ ...state, kind: "memory" });
  });

  it("follow the selection from step to step", async () => {
    await showTrace(<Inspector />, makeTrace());
    act(() => page.inspect(state));
    act(() => page.select(4));
    expect(numbers().getByRole("heading", { name: "Decoder state s₅" })).toBeTruthy();
  });

  it("stay in the store while the model lacks them, and the tab shows the step's table", async () => {
    await showTrace(<Inspector />, makeTrace());
    act(() => page.inspect({ ...state, kind: "memory" }));
    expect(numbers().getByRole("table", { name: /^Scores and weights/ })).toBeTruthy();
    expect(view().inspected).toEqual({ ...state, kind: "memory" });
  });

  it("are the logits of the step where the model has no attention", async () => {
    await showTrace(<Inspector />, makeTrace({ attention: "none" }));
    act(() => page.showInspector("numbers"));
    expect(numbers().getByRole("table", { name: /^Logits/ })).toBeTruthy();
  });
});

describe("a section that opens and closes", () => {
  it("is a group of settings, which the store and the student can open", async () => {
    await showSettings();
    act(() => page.openSection("cells", true));
    expect(details("Cells and layers")?.open).toBe(true);
    fireEvent(details("Cells and layers") ?? document, new Event("toggle")); // as a browser does
    expect(useApp.getState().acts.map(({ by }) => by)).not.toContain("student");
    unfold("Updates");
    expect(view().open).toEqual(["cells", "updates"]);
    act(() => page.openSection("updates", false));
    expect(details("Updates")?.open).toBe(false);
  });

  it("is an explanation of a setting, which closes when the student leaves it", async () => {
    await showSettings();
    act(() => page.openSection("preset", true));
    expect(document.querySelector("details[open] dl")).toBeTruthy();
    act(() => screen.getByRole("combobox", { name: "Task" }).focus());
    expect(view().open).toEqual([]);
    expect(document.querySelector("details[open]")).toBeNull();
  });

  it("is a table behind a figure", async () => {
    await showPage(<TrainingTab />);
    act(() => page.openSection("curves", true));
    expect(screen.getByText("No evaluation yet.", { exact: false })).toBeTruthy();
    act(() => page.openSection("curves", false));
    expect(screen.queryByText("No evaluation yet.", { exact: false })).toBeNull();
  });

  it("does not render the stage again", async () => {
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
    await screen.findByRole("button", { name: "Play" }); // the buttons load late, and so does the film
    await act(async () => void (await import("./film/Film")));
    renders = 0;
    act(() => page.openSection("cells", true));
    act(() => page.lookBack({ step: 3 }));
    act(() => page.setMode("compare"));
    expect(renders).toBe(0);
  });
});

describe("the timeline", () => {
  it("shows the update that the store names, and its playhead changes it", async () => {
    await showPage(<Timeline />);
    act(() => [readyWith(), progressOf(1, 40)].forEach(receive));
    const playhead = screen.getByRole("slider", { name: "Timeline" });
    await waitFor(() => expect(playhead).toHaveProperty("value", "40"));
    act(() => page.lookBack({ step: 12 }));
    expect(playhead).toHaveProperty("value", "12");
    fireEvent.change(playhead, { target: { value: "7" } });
    expect([view().playhead, playhead.getAttribute("aria-valuetext")]).toEqual([
      7,
      expect.stringContaining("update 7"),
    ]);
  });
});

describe("the table of examples", () => {
  const examples = [
    scoredExample({ source: ["a"], loss: 1 }),
    scoredExample({ source: ["b"], loss: 3, isExact: false }),
    scoredExample({ source: ["c"], loss: 2 }),
  ];

  it("follows the order and the filter in the store, and its controls change them", async () => {
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
