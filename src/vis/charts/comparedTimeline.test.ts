import { describe, expect, it } from "vitest";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { type ComparedRun, layoutCompared } from "./comparedTimeline";
import { NAME_HEIGHT } from "./timeline";

const FRAME = { left: 40, right: 440, top: 6, bottom: 96 };
const AXIS = { chance: Math.log(30), end: 200 };

function runOf(losses: readonly number[], matches: readonly number[]): ComparedRun {
  const points: LossPoint[] = losses.map((loss, i) => ({ step: i + 1, loss }));
  const evaluations = matches.map((exactMatch, i): Evaluation => ({
    step: 50 * i,
    examples: 256,
    exactMatch,
    tokenAccuracy: exactMatch,
    alignmentError: null,
  }));
  return { points, count: points.length, evaluations };
}

const NOTHING = runOf([], []);

describe("the curves of two runs", () => {
  it("stand on one axis of updates and one scale of losses", () => {
    const { curves } = layoutCompared(
      { a: runOf([3, 2], [0, 1]), b: runOf([3, 2], [0, 0.5]) },
      AXIS,
      FRAME,
    );
    const pathOf = (side: string, kind: string) =>
      curves.find((each) => each.side === side && each.kind === kind)?.path;
    expect(curves.map(({ side, kind }) => `${side} ${kind}`)).toEqual([
      "b loss",
      "a loss",
      "b match",
      "a match",
    ]);
    expect(pathOf("a", "loss")).toBe(pathOf("b", "loss"));
    expect(pathOf("a", "match")).toBe("M40,96L140,6");
    expect(pathOf("b", "match")).toBe("M40,96L140,51");
  });

  it("have a scale that fits the higher loss of the two", () => {
    const high = layoutCompared({ a: runOf([1], []), b: runOf([9], []) }, AXIS, FRAME);
    const low = layoutCompared({ a: runOf([1], []), b: NOTHING }, AXIS, FRAME);
    const topOf = ({ lossTicks }: typeof low) => lossTicks.at(-1)?.value ?? 0;
    expect(topOf(high)).toBeGreaterThan(topOf(low));
  });

  it("keep the names of the exact matches where a low frame has no room for four", () => {
    const { names } = layoutCompared(
      { a: runOf([3, 2], [0, 0.9]), b: runOf([3, 2], [0, 0.5]) },
      AXIS,
      { ...FRAME, bottom: FRAME.top + 1.5 * NAME_HEIGHT },
    );
    expect(names.map(({ curve }) => curve)).toEqual([
      { side: "a", kind: "match" },
      { side: "b", kind: "match" },
    ]);
  });

  it("have names that do not overlap, and none where there is no curve", () => {
    const { names } = layoutCompared(
      { a: runOf([3, 2], [0, 0.9]), b: runOf([3, 2.01], [0, 0.9]) },
      AXIS,
      FRAME,
    );
    expect(names).toHaveLength(4);
    const heights = names.map(({ at }) => at);
    const gaps = heights.slice(1).map((at, i) => at - (heights[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(NAME_HEIGHT);
    expect(layoutCompared({ a: NOTHING, b: NOTHING }, AXIS, FRAME).names).toEqual([]);
  });
});
