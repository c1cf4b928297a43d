import { describe, expect, it } from "vitest";
import type { LengthScore } from "../../engine/results/scoreReport";
import { fallsBeyondTraining, fallsWithinTraining, layoutLengths } from "./lengthChart";

const frame = { left: 40, right: 440, top: 10, bottom: 110 };

/** matches: of ten examples */
type Given = readonly [length: number, matches: number];

const scoreOf =
  (isSeen: boolean) =>
  ([length, matches]: Given): LengthScore => ({ length, examples: 10, matches, isSeen });

function scores(seen: readonly Given[], unseen: readonly Given[] = []): LengthScore[] {
  return [...seen.map(scoreOf(true)), ...unseen.map(scoreOf(false))];
}

describe("bars of exact match by length", () => {
  it("span the frame from 0 to 1, and a share of 0 stays visible", () => {
    const { bars } = layoutLengths(
      scores([
        [3, 10],
        [4, 5],
        [5, 0],
      ]),
      frame,
    );
    expect(bars.map(({ y, height }) => [y, height])).toEqual([
      [10, 100],
      [60, 50],
      [108, 2],
    ]);
    expect(bars.map(({ share }) => share)).toEqual([1, 0.5, 0]);
  });

  it("do not touch, lie inside the frame, and leave the position of a length without examples empty", () => {
    const { bars } = layoutLengths(
      scores(
        [
          [2, 1],
          [3, 1],
        ],
        [[6, 1]],
      ),
      frame,
    );
    expect(bars.map(({ middle }) => middle)).toEqual([80, 160, 400]); // 80 pixels per length
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(frame.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(frame.right);
      expect(bar.width).toBeLessThanOrEqual(34);
    }
  });

  it("mark the range of lengths in training", () => {
    const { trained } = layoutLengths(
      scores(
        [
          [2, 1],
          [4, 1],
        ],
        [[5, 0]],
      ),
      frame,
    );
    expect(trained).toEqual({ from: 40, to: 340 });
    expect(layoutLengths(scores([], [[5, 0]]), frame).trained).toBeNull();
  });

  it("have labels where the axis has room", () => {
    const many = scores(Array.from({ length: 40 }, (_, i) => [i + 1, 5]));
    const wide = layoutLengths(many.slice(0, 8), frame);
    expect(wide.hasShares).toBe(true);
    expect(wide.bars.every(({ hasLabel }) => hasLabel)).toBe(true);
    const narrow = layoutLengths(many, { ...frame, right: 240 }); // 5 pixels per length
    expect(narrow.hasShares).toBe(false);
    expect(narrow.bars.filter(({ hasLabel }) => hasLabel)).toHaveLength(10);
  });

  it("are none without scores", () => {
    expect(layoutLengths([], frame)).toMatchObject({ bars: [], trained: null });
  });
});

describe("fall of exact match with length", () => {
  it("exists beyond training if exact match is at most half of that within training", () => {
    expect(fallsBeyondTraining(scores([[3, 10]], [[9, 5]]))).toBe(true);
    expect(fallsBeyondTraining(scores([[3, 10]], [[9, 6]]))).toBe(false);
    expect(fallsBeyondTraining(scores([[3, 0]], [[9, 0]]))).toBe(false);
    expect(fallsBeyondTraining(scores([[3, 10]]))).toBe(false);
    expect(fallsBeyondTraining([])).toBe(false);
  });

  it("exists within training if exact match on the longer half is clearly lower", () => {
    const falling = [
      [3, 10],
      [4, 9],
      [5, 8],
      [6, 7],
    ] as const;
    expect(fallsWithinTraining(scores(falling))).toBe(true);
    expect(fallsWithinTraining(scores(falling.slice(0, 1), falling.slice(3)))).toBe(false);
    expect(fallsWithinTraining(scores(falling.map(([length]) => [length, 9])))).toBe(false);
    expect(fallsWithinTraining([])).toBe(false);
  });
});
