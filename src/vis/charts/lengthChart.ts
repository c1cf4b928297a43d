/** Exact match by source length as geometry: one bar per length, in pixels. */
import { extent, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { LengthScore } from "../../engine/results/scoreReport";
import { heightScale, placeTicks, type Frame, type Tick } from "./curves";

export interface LengthBar extends LengthScore {
  readonly share: number; // exact match, [0, 1]
  readonly x: number;
  readonly y: number; // top of the bar
  readonly width: number;
  readonly height: number;
  readonly middle: number; // x of the label
  readonly hasLabel: boolean; // whether the axis has room for the label
}

export interface LengthChart {
  readonly bars: readonly LengthBar[];
  readonly yTicks: readonly Tick[];
  /** The x range of the lengths seen in training; null without such a length. */
  readonly trained: { readonly from: number; readonly to: number } | null;
  /** Whether every bar has room for its share above it. */
  readonly hasShares: boolean;
}

/** The frame of the bars, in pixels; its right edge follows the width. */
export const LENGTHS_FRAME = { left: 40, top: 20, bottom: 160 } as const;
export const LENGTHS_HEIGHT = 190; // of the drawing

const WIDEST = 34; // pixels; a wider bar would look like an area
const FILLED = 0.74; // share of the width per length
const LEAST = 2; // pixels: a share of 0 stays visible
const LABEL_ROOM = 20; // "12" and a gap
const SHARE_ROOM = 32; // "100%" and a gap

/** The axis has no gaps: a length without examples keeps its position. */
export function layoutLengths(scores: readonly LengthScore[], frame: Frame): LengthChart {
  const [shortest = 1, longest = 1] = extent(scores, ({ length }) => length);
  const room = (frame.right - frame.left) / (longest - shortest + 1);
  const every = Math.max(1, Math.ceil(LABEL_ROOM / room));
  const toY = heightScale(1, frame);
  const startOf = scaleLinear([shortest, longest + 1], [frame.left, frame.right]);
  const width = Math.min(WIDEST, FILLED * room);
  const bars = scores.map((score): LengthBar => {
    const share = score.matches / score.examples;
    const middle = startOf(score.length) + room / 2;
    const y = Math.min(toY(share), frame.bottom - LEAST);
    const hasLabel = (score.length - shortest) % every === 0;
    const place = { x: middle - width / 2, y, width, height: frame.bottom - y, middle };
    return { ...score, share, ...place, hasLabel };
  });
  const [first, last] = extent(
    scores.filter(({ isSeen }) => isSeen),
    ({ length }) => length,
  );
  return {
    bars,
    yTicks: placeTicks([0, 0.5, 1], toY),
    trained: first === undefined ? null : { from: startOf(first), to: startOf(last + 1) },
    hasShares: room >= SHARE_ROOM,
  };
}

/** Whether exact match on lengths beyond training is at most half of exact match on lengths seen in training. */
export function fallsBeyondTraining(scores: readonly LengthScore[]): boolean {
  const within = exactMatch(scores.filter(({ isSeen }) => isSeen));
  const beyond = exactMatch(scores.filter(({ isSeen }) => !isSeen));
  return within > 0 && beyond <= within / 2;
}

const CLEAR_FALL = 0.1; // of exact match; a smaller fall can be chance

/** Whether exact match on the longer half of the lengths seen in training is clearly below that on the shorter half. */
export function fallsWithinTraining(scores: readonly LengthScore[]): boolean {
  const seen = scores.filter(({ isSeen }) => isSeen);
  const [shortest = 0, longest = 0] = extent(seen, ({ length }) => length);
  const middle = (shortest + longest) / 2;
  const shorter = exactMatch(seen.filter(({ length }) => length < middle));
  const longer = exactMatch(seen.filter(({ length }) => length > middle));
  return shorter - longer >= CLEAR_FALL;
}

/** Exact match over all these lengths. Without any it is NaN, which makes every comparison false. */
function exactMatch(scores: readonly LengthScore[]): number {
  return sum(scores, ({ matches }) => matches) / sum(scores, ({ examples }) => examples);
}
