/** Exact match by source length as geometry: one bar a length, in pixels. */
import { extent, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { LengthScore } from "../../engine/results/scoreReport";
import { heightScale, placeTicks, type Frame, type Tick } from "./curves";

export interface LengthBar extends LengthScore {
  readonly share: number; // exact match, [0, 1]
  readonly x: number;
  readonly y: number; // of the bar's top
  readonly width: number;
  readonly height: number;
  readonly middle: number; // where its length is written
  readonly hasLabel: boolean; // whether there is room for its length
}

export interface LengthChart {
  readonly bars: readonly LengthBar[];
  readonly yTicks: readonly Tick[];
  /** From where to where the lengths lie that training draws; null where there is none. */
  readonly trained: { readonly from: number; readonly to: number } | null;
  /** Whether there is room for its share above every bar. */
  readonly hasShares: boolean;
}

const WIDEST = 34; // pixels; a wider bar would look like an area
const FILLED = 0.74; // of the room that a length has
const LEAST = 2; // pixels: a share of 0 is seen to be there
const LABEL_ROOM = 20; // "12" and air
const SHARE_ROOM = 32; // "100%" and air

/** Bars on an axis of lengths without gaps: a length that no example has keeps its place. */
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

/**
 * Whether sources longer than training's go clearly worse: exact match over all of them at most half of what it is
 * over the lengths that training draws.
 */
export function fallsBeyondTraining(scores: readonly LengthScore[]): boolean {
  const within = exactMatch(scores.filter(({ isSeen }) => isSeen));
  const beyond = exactMatch(scores.filter(({ isSeen }) => !isSeen));
  return within > 0 && beyond <= within / 2;
}

const CLEAR_FALL = 0.1; // of exact match: less could be chance

/** Whether, of the lengths that training draws, the longer half goes clearly worse than the shorter one. */
export function fallsWithinTraining(scores: readonly LengthScore[]): boolean {
  const seen = scores.filter(({ isSeen }) => isSeen);
  const [shortest = 0, longest = 0] = extent(seen, ({ length }) => length);
  const middle = (shortest + longest) / 2;
  const shorter = exactMatch(seen.filter(({ length }) => length < middle));
  const longer = exactMatch(seen.filter(({ length }) => length > middle));
  return shorter - longer >= CLEAR_FALL;
}

/** Exact match over these lengths together; NaN, which no comparison holds for, where there are none. */
function exactMatch(scores: readonly LengthScore[]): number {
  return sum(scores, ({ matches }) => matches) / sum(scores, ({ examples }) => examples);
}
