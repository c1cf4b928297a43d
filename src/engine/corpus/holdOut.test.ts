import fc from "fast-check";
import { runToEnd } from "../chunks";
import { expect, test } from "vitest";
import type { Pair } from "../tasks/task";
import { holdOut } from "./holdOut";

const pair = (source: string, target: string): Pair => ({
  source: source.split(" "),
  target: target.split(" "),
  gold: null,
});
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => pair(`number ${i}`, `t ${i}`));

test.each([
  [2, 1],
  [20, 2],
  [99, 10],
  [5000, 500],
])("%i sources have %i held out", (count, heldOut) => {
  const split = runToEnd(holdOut(numbered(count)));
  expect(split.heldOut).toHaveLength(heldOut);
  expect(split.train).toHaveLength(count - heldOut);
});

test("no pair is lost and no source is in both splits", () => {
  const word = fc.constantFrom("a", "b", "c", "d", "e");
  const pairs = fc.array(fc.tuple(word, word), { minLength: 2 });
  fc.assert(
    fc.property(pairs, (columns) => {
      const all = columns.map(([source, target]) => pair(source, target));
      const { train, heldOut } = runToEnd(holdOut(all));
      expect(new Set([...train, ...heldOut])).toEqual(new Set(all));
      expect(train.length + heldOut.length).toBe(all.length);
      const sources = new Set(train.map((p) => p.source.join(" ")));
      expect(heldOut.some((p) => sources.has(p.source.join(" ")))).toBe(false);
      expect(heldOut.length).toBeGreaterThan(0);
    }),
  );
});

test("the content decides the split, not the order of the lines", () => {
  const pairs = numbered(300);
  const backwards = runToEnd(holdOut(pairs.toReversed()));
  expect(backwards.heldOut).toEqual(runToEnd(holdOut(pairs)).heldOut);
});

test("held-out pairs are mixed, and the targets of one source are in different rounds", () => {
  const pairs = numbered(200).flatMap((p) => [p, { ...p, target: ["other"] }]);
  const { heldOut } = runToEnd(holdOut(pairs));
  const sources = heldOut.map((p) => p.source.join(" "));
  expect(heldOut).toHaveLength(40);
  expect(new Set(sources.slice(0, 20)).size).toBe(20);
  expect(sources.slice(20)).toEqual(sources.slice(0, 20));
  const numbers = heldOut.slice(0, 20).map((p) => Number(p.source[1]));
  expect(numbers).not.toEqual(numbers.toSorted((a, b) => a - b));
});
