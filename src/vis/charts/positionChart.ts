/** Accuracy by position of the right answer as geometry: two lines and the bars of first errors, in pixels. */
import { greatest, max, maxIndex, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { PositionScore } from "../../engine/results/scoreReport";
import { heightScale, placeTicks, type Frame, type Tick } from "./curves";

export interface PositionPoint extends PositionScore {
  readonly free: number; // accuracy, [0, 1]
  readonly forced: number;
  readonly x: number;
  readonly freeY: number;
  readonly forcedY: number;
  readonly bar: { readonly y: number; readonly height: number }; // of first errors
  readonly hasLabel: boolean; // whether the axis has room for the labels
}

export interface PositionChart {
  readonly points: readonly PositionPoint[];
  readonly freeLine: string; // path
  readonly forcedLine: string;
  readonly yTicks: readonly Tick[];
  readonly barWidth: number;
}

/** The frame of the lines, in pixels; its right edge follows the width. */
export const POSITIONS_FRAME = { left: 64, top: 12, bottom: 132 } as const;
export const ERROR_BARS = { top: 196, bottom: 236 } as const;
export const POSITIONS_HEIGHT = 240; // of the drawing
/** y of the two lines of labels under the frame. */
export const POSITION_LABELS = {
  position: POSITIONS_FRAME.bottom + 20,
  examples: POSITIONS_FRAME.bottom + 36,
} as const;

const WIDEST = 26; // pixels
const FILLED = 0.6; // share of the width per position
const LABEL_ROOM = 28; // "256" and a gap

/**
 * @param frame of the lines
 * @param bars vertical range of the bars; the highest fills it
 */
export function layoutPositions(
  scores: readonly PositionScore[],
  frame: Frame,
  bars: Pick<Frame, "top" | "bottom">,
): PositionChart {
  const room = (frame.right - frame.left) / Math.max(1, scores.length);
  const every = Math.max(1, Math.ceil(LABEL_ROOM / room));
  const toX = scaleLinear([0.5, scores.length + 0.5], [frame.left, frame.right]);
  const toY = heightScale(1, frame);
  const most = max(scores, ({ firstErrors }) => firstErrors) ?? 0;
  const toHeight = scaleLinear([0, Math.max(1, most)], [0, bars.bottom - bars.top]);
  const points = scores.map((score): PositionPoint => {
    const { free, forced } = accuracyOf(score);
    const height = toHeight(score.firstErrors);
    return {
      ...score,
      free,
      forced,
      x: toX(score.position),
      freeY: toY(free),
      forcedY: toY(forced),
      bar: { y: bars.bottom - height, height },
      hasLabel: (score.position - 1) % every === 0,
    };
  });
  const path = line<PositionPoint>().x(({ x }) => x);
  return {
    points,
    freeLine: path.y(({ freeY }) => freeY)(points) ?? "",
    forcedLine: path.y(({ forcedY }) => forcedY)(points) ?? "",
    yTicks: placeTicks([0, 0.5, 1], toY),
    barWidth: Math.min(WIDEST, FILLED * room),
  };
}

/** The accuracy of both kinds of answers at a position, [0, 1] each. */
export function accuracyOf({ examples, freeRight, forcedRight }: PositionScore): {
  readonly free: number;
  readonly forced: number;
} {
  return { free: freeRight / examples, forced: forcedRight / examples };
}

const CLEAR_GAP = 0.05; // of accuracy; a smaller gap can be chance
export const ENOUGH = 10; // examples behind a position, for a statement about it

/** How far teacher-forced answers are ahead of free-running ones. */
function leadOf(score: PositionScore): number {
  const { free, forced } = accuracyOf(score);
  return forced - free;
}

/** The position where teacher-forced answers are ahead the most; null without a clear lead. */
export function largestLead(scores: readonly PositionScore[]): PositionScore | null {
  const judged = scores.filter(({ examples }) => examples >= ENOUGH);
  const best = greatest(judged, leadOf);
  return best && leadOf(best) >= CLEAR_GAP ? best : null;
}

/** The wrong answers, and the position with the most first errors; null if every answer is right. */
export function firstErrorsOf(
  scores: readonly PositionScore[],
): { readonly wrong: number; readonly at: PositionScore } | null {
  const wrong = sum(scores, ({ firstErrors }) => firstErrors);
  const at = scores[maxIndex(scores, ({ firstErrors }) => firstErrors)];
  return wrong > 0 && at ? { wrong, at } : null;
}
