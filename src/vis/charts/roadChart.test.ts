import { expect, test } from "vitest";
import { roadLengths } from "../facts/roadLengths";
import { DECADES, strengthOf } from "../facts/roadStrength";
import { answerFor } from "../testing/roads";
import { makeTrace } from "../testing/traces";
import { layoutRoads } from "./roadChart";

const FRAME = { top: 10, bottom: 110 };
const place = (s: number): number => 20 * s;

const point = (whole: number) => ({
  whole,
  values: whole,
  scores: 0,
  corner: whole / 1000,
  direct: whole,
  along: [0],
});

test("each factor of ten has the same height, and a road of length 0 has no point", () => {
  const { lines, ticks } = layoutRoads([point(1), point(0.1), point(0.01)], place, FRAME);
  const named = new Map(lines.map((line) => [line.name, line.points]));
  const heights = named.get("whole")?.map(({ y }) => y) ?? [];
  const [first = 0, second = 0, third = 0] = heights;
  expect(second - first).toBeCloseTo(third - second);
  expect(first).toBe(FRAME.top);
  expect(named.get("scores")).toEqual([]);
  expect(named.get("corner")?.at(-1)?.y).toBe(FRAME.bottom);
  expect(ticks.map(({ value }) => value)).toEqual([0, -1, -2, -3, -4, -5]);
});

/** How many factors of ten the axis of these gradients spans. */
function spanOf(values: readonly number[]): number {
  const columns = values.map((length) => ({ ...point(length), corner: length }));
  const { ticks } = layoutRoads(columns, place, FRAME);
  return (ticks[0]?.value ?? 0) - (ticks.at(-1)?.value ?? 0);
}

test("the axis spans at least two factors of ten, and gradients of 0 leave it empty", () => {
  expect([spanOf([0.5, 0.4]), spanOf([0, 0])]).toEqual([2, 2]);
});

test("the strength of a gradient falls by the same amount with each factor of ten", () => {
  const strengths = [1, 0.1, 0.01].map((length) => strengthOf(length, 1));
  expect(strengths[0]).toBe(1);
  expect(strengths[1]).toBeCloseTo(1 - 1 / DECADES);
  expect(strengths[2]).toBeCloseTo(1 - 2 / DECADES);
  expect([strengthOf(10 ** -DECADES / 2, 1), strengthOf(0, 1), strengthOf(1, 0)]).toEqual([
    0, 0, 0,
  ]);
});

test("without attention the whole gradient goes round the corner, and the map sends nothing", () => {
  const trace = makeTrace({ attention: "none", hiddenSize: 8, embeddingSize: 4 });
  const { columns, sent } = roadLengths(answerFor(trace).roads, 1);
  for (const { whole, corner, values, scores, direct } of columns) {
    expect(corner).toBeCloseTo(whole, 12);
    expect([values, scores, direct]).toEqual([0, 0, 0]);
  }
  expect(sent.every((length) => length === 0)).toBe(true);
});

test("in two directions each end of the source gets one direction from the corner alone", () => {
  const trace = makeTrace({ direction: "bidirectional", hiddenSize: 8, embeddingSize: 4 });
  const { columns, corner } = roadLengths(answerFor(trace).roads, 2);
  expect(corner.every((length) => length > 0)).toBe(true);
  expect([columns.at(-1)?.along[0], columns[0]?.along[1]]).toEqual([0, 0]);
  expect(columns.slice(0, -1).every(({ along }) => (along[0] ?? 0) > 0)).toBe(true);
  expect(columns.slice(1).every(({ along }) => (along[1] ?? 0) > 0)).toBe(true);
});
