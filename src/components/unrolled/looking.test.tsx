/** Looking at the stage never removes anything: selecting, stepping through, lighting an operation, tooltips. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Lit, OPERATIONS, type Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { startI18n } from "../../i18n/i18n";
import { select, selectByHand } from "../../state/actions/viewing";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { useStageMarks } from "../lesson/stageMarks";
import { Stage } from "../player/Stage";
import { painted } from "../shell/painted";
import { selection, showTrace } from "../testing/showTrace";
import { Inspectable } from "./InspectProvider";
import { NO_MARKS } from "./mapMarks";
import { UnrolledFigure, type UnrolledFigureProps } from "./UnrolledFigure";

beforeEach(() => startI18n("en"));
afterEach(() => {
  cleanup();
  useStageMarks.setState({ marks: null });
  vi.useRealTimers();
});

const WORD = { source: ["c", "a", "t", "s"] }; // 5 source tokens and 5 steps, with <eos>
const STEPS = 5;

const rows = (): HTMLElement[] => screen.getAllByRole("rowheader");
const unreached = (): number => document.querySelectorAll("[role=row][data-look=unreached]").length;
const named = (name: RegExp): HTMLElement[] => screen.getAllByRole("button", { name });

test("choosing a row leaves every row, tile and output as it is", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  act(() => selectByHand(1, 0));
  expect(unreached()).toBe(0);
  expect(named(/^Decoder state/)).toHaveLength(STEPS);
  expect(named(/^Context vector/)).toHaveLength(STEPS);
  expect(screen.getByRole("status", { name: "Output" }).textContent).toBe("stac");
});

/** Where the one mark of this kind begins on the picture. */
function markTop(mark: "predicted" | "true"): number {
  const found = document.querySelectorAll<HTMLElement>(`[data-place=figure] span[data-${mark}]`);
  expect(found).toHaveLength(1);
  return Number.parseFloat(found[0]?.style.top ?? "");
}

test("a lesson marks rows also where the model has no map", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, attention: "none" }));
  const marks = { predicted: { row: 0, column: null }, truth: { row: 2, column: null } };
  act(() => useStageMarks.setState({ marks: { ...NO_MARKS, ...marks } }));
  await waitFor(() => expect(markTop("predicted")).toBeLessThan(markTop("true")));
});

test("stepping through makes later steps faint, with all their cells and tokens", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  act(() => select(1));
  expect(unreached()).toBe(STEPS - 2);
  expect(named(/^Decoder state/)).toHaveLength(STEPS);
  expect(rows()[4]?.textContent).toMatch(/not reached yet/);
  expect(
    screen.getByRole("gridcell", { name: /^step 5, output <eos>, source <eos>, weight/ }),
  ).toBeTruthy();
  expect(screen.getByRole("status", { name: "Output" }).textContent).toBe("st");
  act(() => selectByHand(0, null)); // a look back takes nothing from the answer so far
  expect(unreached()).toBe(STEPS - 2);
});

test("each output stands first in its row, before the cells", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const [, first] = screen.getAllByRole("row");
  expect(first?.firstElementChild).toBe(rows()[0]);
  expect(rows().map((row) => row.textContent.at(-1))).toEqual(["s", "t", "a", "c", "s"]); // eos
});

test.each([
  ["a chip of the input", "[data-origin][data-step='2']"],
  ["an output of the rail", "[data-mark][data-step='2']:not([role])"],
  ["a probability bar", "[data-live-tip=probability][data-step='2']"],
  ["a row label", "[role=rowheader][data-step='2']"],
])("a click on %s selects its row", async (_, selector) => {
  await showTrace(<Stage />, makeTrace(WORD));
  const part = document.querySelector(selector);
  if (!part) throw new Error(`the stage lacks ${selector}`);
  await userEvent.setup().click(part);
  expect(selection()).toEqual({ step: 2, column: null });
});

test("a step number selects its row, and a source token and an encoder tile select their column", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const user = userEvent.setup();
  await user.click(screen.getByText("2"));
  expect(selection()).toEqual({ step: 1, column: null });
  await user.click(screen.getByRole("button", { name: "t" }));
  expect(selection()).toEqual({ step: 1, column: 2 });
  await user.click(screen.getByRole("button", { name: /^Encoder state h₁/ }));
  expect(selection()).toEqual({ step: 1, column: 0 });
});

function showFigure(trace: Trace, rest: Partial<UnrolledFigureProps> = {}): void {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
  const index = 2;
  const step = trace.steps[index];
  if (!step) throw new Error("the trace has no third step");
  render(
    <Inspectable inspected={null} onInspect={() => undefined}>
      <UnrolledFigure
        trace={trace}
        index={index}
        step={step}
        column={step.attention ? 0 : null}
        layer={0}
        isTraining={false}
        follows={false}
        onSelect={() => undefined}
        {...rest}
      />
    </Inspectable>,
  );
}

/** The operations that the picture of this model marks with at least one part. */
function litOperations(options: TraceOptions): readonly Op[] {
  return OPERATIONS.filter((lit) => {
    showFigure(makeTrace({ ...WORD, ...options }), { lit });
    const count = document.querySelectorAll("[data-lit]").length;
    cleanup();
    return count > 0;
  });
}

test("a lit operation marks its parts in the selected row, and no others", () => {
  showFigure(makeTrace(WORD), { lit: "output" });
  const lit = [...document.querySelectorAll<HTMLElement>("[data-lit][data-step]")];
  expect(lit.length).toBeGreaterThan(0);
  expect(new Set(lit.map(({ dataset }) => dataset["step"]))).toEqual(new Set(["2"]));
  expect(document.querySelectorAll("[role=gridcell][data-lit]")).toHaveLength(0);
});

test("every operation of a model has a part in its picture", () => {
  expect(litOperations({})).toEqual(expect.arrayContaining(["query", "score", "softmax", "context", "embed", "cell", "output"])); // prettier-ignore
  expect(litOperations({ timing: "luong" })).toContain("combine");
  expect(litOperations({ layers: 2 })).toContain("upper");
  expect(litOperations({ attention: "none" })).not.toContain("softmax");
});

test.each([[{}], [{ attention: "none" }], [{ direction: "bidirectional" }]] as const)(
  "the lit encoder marks its tiles and arrows: %o",
  (options) => {
    const trace = makeTrace({ ...WORD, ...options });
    showFigure(trace, { lit: "encode" });
    const lit = [...document.querySelectorAll("[data-lit]")];
    const tiles = lit.filter((part) =>
      part.getAttribute("aria-label")?.startsWith("Encoder state"),
    );
    expect(tiles).toHaveLength(trace.source.length);
    expect(lit.filter(({ tagName }) => tagName.toLowerCase() === "g").length).toBeGreaterThan(
      trace.source.length,
    );
  },
);

test("the pointer over a part and the keyboard's focus light its operation, and leaving ends it", () => {
  const onLit = vi.fn<(op: Lit | null) => void>();
  showFigure(makeTrace(WORD), { onLit });
  fireEvent.mouseOver(screen.getByRole("button", { name: "Context vector c₃" }));
  expect(onLit).toHaveBeenLastCalledWith("context");
  const [cell] = screen.getAllByRole("gridcell");
  if (cell) fireEvent.mouseOver(cell);
  expect(onLit).toHaveBeenLastCalledWith("softmax");
  const figure = screen.getByRole("figure").querySelector("div");
  if (figure) fireEvent.mouseLeave(figure);
  expect(onLit).toHaveBeenLastCalledWith(null);
});

test("one tooltip names the part under the pointer, with the exact weight of a cell; Escape closes it", async () => {
  const trace = makeTrace(WORD);
  showFigure(trace);
  await act(async () => {
    await painted();
    await import("./tip/Tips"); // they load after the first picture
  });
  vi.useFakeTimers();
  const cell = screen.getByRole("gridcell", { name: /^step 1, output s, source a,/ });
  fireEvent.pointerOver(cell, { pointerType: "mouse" });
  expect(screen.queryByRole("tooltip")).toBeNull();
  act(() => void vi.runAllTimers());
  const weight = trace.steps[0]?.attention?.weights[1]?.toFixed(4);
  expect(screen.getByRole("tooltip").textContent).toContain(weight);
  fireEvent.keyDown(document.body, { key: "Escape" });
  act(() => void vi.runAllTimers());
  expect(screen.queryByRole("tooltip")).toBeNull();
  const grid = within(screen.getByRole("grid"));
  fireEvent.pointerOver(grid.getByRole("button", { name: "t" }), { pointerType: "mouse" });
  act(() => void vi.runAllTimers());
  expect(screen.getByRole("tooltip").textContent).toBe("Source token 3: t");
});
