import { expect, test } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { withEdits } from "../testing/editedTraces";
import { makeTrace } from "../testing/traces";
import { changesOf } from "./changes";
import { untouchedOf } from "./untouched";

const TRACE = makeTrace({ source: ["c", "a", "t", "s"] }); // says s t a c <eos>
const said = (...edits: readonly Edit[]): Trace => withEdits(TRACE, edits);
const say = (step: number, token: string): Edit => ({ kind: "say", step, token });

/** The trace whose answer is shorter or longer by hand, as after an <eos>. */
function cut(trace: Trace, steps: number): Trace {
  return { ...trace, steps: trace.steps.slice(0, steps) };
}

test("a decode without edits has no changes", () => {
  expect(changesOf(TRACE)).toBeNull();
});

test("the changed tokens are counted step by step, and the first is named", () => {
  const trace = said(say(1, "c"));
  const [, , third] = trace.steps;
  if (!third) throw new Error("the trace has no third step");
  const steps = trace.steps.with(2, { ...third, chosen: TRACE.source[0] ?? third.chosen });
  expect(changesOf({ ...trace, steps })).toMatchObject({
    changed: 2,
    total: 5,
    first: 1,
    isOnlyByHand: false,
  });
});

test("a token by hand that changes nothing else is told apart", () => {
  expect(changesOf(said(say(1, "c")))).toMatchObject({ changed: 1, first: 1, isOnlyByHand: true });
});

test("tokens that only one of the answers has count as changed", () => {
  expect(changesOf(cut(said(say(2, "c")), 3))).toMatchObject({ changed: 3, total: 5, first: 2 });
  const longer = { ...said(say(0, "c")), untouched: { ...TRACE, steps: TRACE.steps.slice(0, 2) } };
  expect(changesOf(longer)).toMatchObject({ changed: 4, total: 5, first: 0, isOnlyByHand: false });
});

test("rows of the map count where a weight differs by what the map can show", () => {
  const weights = [1, 0, 0, 0, 0];
  const moved = changesOf(said({ kind: "look", step: 3, weights }));
  expect(moved).toMatchObject({ changed: 0, first: null, rows: 1 });
  const same = Array.from(TRACE.steps[3]?.attention?.weights ?? []);
  expect(changesOf(said({ kind: "look", step: 3, weights: same }))?.rows).toBe(0);
});

test("the untouched decode is a trace of its own, without edits, and the same one at every look", () => {
  const trace = said(say(1, "c"));
  const untouched = untouchedOf(trace);
  expect(untouched.steps).toBe(TRACE.steps);
  expect(untouched.show.edits).toEqual([]);
  expect(changesOf(untouched)).toBeNull();
  expect(untouchedOf(trace)).toBe(untouched);
  expect(untouchedOf(TRACE)).toBe(TRACE);
});
