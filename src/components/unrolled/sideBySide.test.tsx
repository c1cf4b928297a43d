/** Figures of two traces side by side without a store: each figure reads its props only. */
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Op } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import type { Trace } from "../../engine/results/trace";
import { startI18n } from "../../i18n/i18n";
import { topOf } from "../../vis/facts/subject";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { BeamFigure } from "../beam/BeamFigure";
import { OutputLines } from "../output/OutputLines";
import { NextToken } from "../step/NextToken";
import { StepCode } from "../step/StepCode";
import { StepEquations } from "../step/StepEquations";
import { StepNumbers } from "../step/StepNumbers";
import { Inspectable } from "./InspectProvider";
import type { OnSelect } from "./shown";
import { UnrolledFigure } from "./UnrolledFigure";

vi.mock("../../state/store", () => {
  throw new Error("a figure has read the store");
});

interface SideProps {
  readonly name: string;
  readonly trace: Trace;
  readonly onSelect: OnSelect;
}

function Side({ name, trace, onSelect }: SideProps): ReactNode {
  const [inspected, inspect] = useState<Subject | null>(null);
  const [operation, setOperation] = useState<Op>("score");
  const index = trace.steps.length - 1;
  const step = trace.steps[index];
  if (!step) return null;
  const shown = { trace, index, step, column: step.attention ? 0 : null, onSelect };
  const chosen = { operation, onOperation: setOperation, onDerive: () => undefined };
  return (
    <section aria-label={name}>
      <Inspectable inspected={inspected} onInspect={inspect}>
        <UnrolledFigure {...shown} layer={topOf(trace)} isTraining={false} follows />
        <BeamFigure {...shown} />
        <OutputLines {...shown} reasonId={name} />
        <StepEquations {...shown} {...chosen} />
        <StepCode {...shown} {...chosen} />
        <StepNumbers {...shown} {...chosen} inspected={inspected} onInspect={inspect} />
        <NextToken {...shown} />
      </Inspectable>
    </section>
  );
}

const LETTERS: TraceOptions = {
  runId: 1,
  task: { id: "pigLatin" },
  source: ["p", "i", "g"],
  target: ["i", "g", "p", "a", "y"],
  decoding: "sampling",
};
const WORDS: TraceOptions = {
  runId: 2,
  task: { id: "englishFrench", sourceUnit: "word", targetUnit: "word" },
  source: ["i", "see", "her"],
  target: ["je", "la", "vois"],
  timing: "luong",
  cell: "lstm",
  decoding: "beam",
};

const onLeft = vi.fn<OnSelect>();
const onRight = vi.fn<OnSelect>();

const sideOf = (name: string) => within(screen.getByRole("region", { name }));

async function show(left: Trace, right: Trace) {
  await startI18n("en");
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
  render(
    <>
      <Side name="left" trace={left} onSelect={onLeft} />
      <Side name="right" trace={right} onSelect={onRight} />
    </>,
  );
  await sideOf("right").findByRole("figure", { name: "Beam search" });
  return { left: sideOf("left"), right: sideOf("right") };
}

type Shown = ReturnType<typeof sideOf>;

const drawnAt = (temperature: number, trace: Trace): Trace => ({
  ...trace,
  decoding: { kind: "sampling", temperature, seed: 1 },
});

/** A trace whose last output token has no counterpart in the source. */
function unlinked(options: TraceOptions): Trace {
  const trace = makeTrace(options);
  return { ...trace, gold: trace.gold?.map(() => []) ?? null, steps: trace.steps.slice(0, 4) };
}

const cells = (side: Shown): number => side.getAllByRole("gridcell").length;
const rowNames = (side: Shown): string =>
  side
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent)
    .join(" ");

beforeEach(() => {
  onLeft.mockClear();
  onRight.mockClear();
});
afterEach(cleanup);

test("each figure has its own map and the temperature of its own draw", async () => {
  const { left, right } = await show(drawnAt(2, makeTrace(LETTERS)), makeTrace(WORDS));
  expect([cells(left), cells(right)]).toEqual([4 * 6, 4 * 4]);
  expect(rowNames(left)).toContain("at temperature 1");
  expect(rowNames(right)).not.toContain("temperature");
});

test("each figure joins its tokens by its own task", async () => {
  const { left, right } = await show(makeTrace(LETTERS), makeTrace(WORDS));
  const output = { name: "Output" };
  expect(left.getByRole("status", output).textContent).toBe("igpay");
  expect(right.getByRole("status", output).textContent).toBe("je la vois");
  expect(right.getByText(/^Best path found: ‘je la vois’/)).toBeTruthy();
  expect(left.queryByText(/^Best path/)).toBeNull();
});

test("each figure has the states of its own timing and the reasons of its own task", async () => {
  const { left, right } = await show(unlinked(LETTERS), unlinked(WORDS));
  expect(left.queryByRole("button", { name: /^Combined state/ })).toBeNull();
  expect(right.getAllByRole("button", { name: /^Combined state/ }).length).toBeGreaterThan(0);
  expect(left.getByText(/The rule adds this ending to every word/)).toBeTruthy();
  expect(right.queryByText(/The rule adds this ending to every word/)).toBeNull();
});

test("a selection calls only its own figure's callback, and numbers come from that figure's trace", async () => {
  const { left, right } = await show(makeTrace(LETTERS), makeTrace(WORDS));
  const user = userEvent.setup();
  await user.click(left.getByRole("gridcell", { name: /^step 2, output g, source i/ }));
  await user.click(right.getByRole("gridcell", { name: /^step 1, output je, source her/ }));
  expect(onLeft.mock.calls).toEqual([[1, 1]]);
  expect(onRight.mock.calls).toEqual([[0, 2]]);
  await user.click(right.getByRole("button", { name: "Decoder state s₂" }));
  expect(right.getByRole("heading", { name: "Decoder state s₂" })).toBeTruthy();
  expect(right.getByRole("radio", { name: "C (memory cell)" })).toBeTruthy();
  expect(left.queryByRole("heading", { name: /^Decoder state/ })).toBeNull();
});
