/** The look of one head in the place of the mean, and what the scale of its scores does. */
import { expect, test } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { makeTrace } from "../testing/traces";
import { HEAD_SIZE, makeTransformerTrace } from "../testing/transformerTrace";
import { atHead, headsAt, meanWeights } from "./heads";
import { lookOf } from "./scaling";

const largestAt = (trace: Trace): number => {
  const weights = trace.steps[0]?.attention?.weights ?? new Float32Array();
  return weights.indexOf(Math.max(...weights));
};

test("the steps attend as the chosen layer and head do", () => {
  const trace = makeTransformerTrace();
  expect(largestAt(atHead(trace, { layer: null, head: 1 }))).toBe(3);
  expect(largestAt(atHead(trace, { layer: 0, head: 1 }))).toBe(1);
  expect(headsAt(trace, null)).toBe(trace.transformer?.cross[1]);
});

test("without a head the steps attend as the mean of the layer does", () => {
  const trace = makeTransformerTrace();
  const [first] = atHead(trace, { layer: 0, head: null }).steps;
  const mean = meanWeights(headsAt(trace, 0));
  expect(first?.attention?.weights).toEqual(mean.data.slice(0, trace.source.length));
  expect(first?.attention?.context).toHaveLength(2 * HEAD_SIZE);
});

test("a recurrent trace, and the choice that the trace has already, stay the same object", () => {
  const plain = makeTrace();
  expect(atHead(plain, { layer: 0, head: 1 })).toBe(plain);
  const trace = makeTransformerTrace();
  expect(atHead(trace, { layer: null, head: null })).toBe(trace);
  const once = atHead(trace, { layer: 0, head: 1 });
  expect(atHead(trace, { layer: 0, head: 1 })).toBe(once);
});

test("without the division one weight takes more, and the entropy falls", () => {
  const trace = makeTransformerTrace();
  const [head] = headsAt(trace, null);
  if (!head) throw new Error("no head");
  const [divided, whole] = [lookOf(head, 0, true), lookOf(head, 0, false)];
  expect(divided.weights).toEqual([...head.weights.data.slice(0, trace.source.length)]);
  expect(divided.products).toEqual(whole.products);
  expect(whole.scores[2]).toBeCloseTo(2 * Math.sqrt(HEAD_SIZE), 6);
  expect(whole.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  expect(whole.largest).toBeGreaterThan(divided.largest);
  expect(whole.entropy).toBeLessThan(divided.entropy);
});
