/** Two series of shares over a whole number (a length, a position) as geometry, in pixels. */
import { extent, greatest, min } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Side } from "./comparedTimeline";
import { type Frame, heightScale, placeTicks, type Tick } from "./curves";
import { pathOf, type Point } from "./timeline";

export interface SharePoint {
  readonly at: number; // the length or the position
  readonly right: number;
  readonly examples: number;
  /** Whether it lies beyond what training draws. */
  readonly isBeyond?: boolean;
}

export type Series = Readonly<Record<Side, readonly SharePoint[]>>;

/** Two lines over a whole number. */
export interface LinesChart {
  readonly lines: Readonly<
    Record<Side, { readonly path: string; readonly points: readonly Point[] }>
  >;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Where the places beyond training begin, in pixels; absent where there are none. */
  readonly beyond?: number;
}

const LABEL_ROOM = 24; // "12" and a gap

export const shareOf = ({ right, examples }: SharePoint): number => right / examples;

export function layoutShares(series: Series, frame: Frame): LinesChart {
  const points = [...series.a, ...series.b];
  const all = points.map(({ at }) => at);
  const [first = 1, last = 1] = extent(all);
  const x = scaleLinear([first - 0.5, last + 0.5], [frame.left, frame.right]);
  const y = heightScale(1, frame);
  const every = Math.max(
    1,
    Math.ceil(LABEL_ROOM / ((frame.right - frame.left) / (last - first + 1))),
  );
  const places = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const beyond = min(points, ({ at, isBeyond }) => (isBeyond === true ? at : undefined));
  const lineOf = (line: readonly SharePoint[]) => {
    const placed = line.map((point) => ({ x: x(point.at), y: y(shareOf(point)) }));
    return { path: pathOf(placed), points: placed };
  };
  return {
    lines: { a: lineOf(series.a), b: lineOf(series.b) },
    xTicks: placeTicks(
      places.filter((at) => (at - first) % every === 0),
      x,
    ),
    yTicks: placeTicks([0, 0.5, 1], y),
    ...(beyond !== undefined && { beyond: x(beyond - 0.5) }),
  };
}

const CLEAR_GAP = 0.05; // of the share; a smaller gap can be chance
const ENOUGH = 10; // examples, for a statement about them

export interface Gap {
  readonly a: SharePoint;
  readonly b: SharePoint;
}

/** Where the two are furthest apart; null: nowhere clearly. */
export function largestGap({ a, b }: Series): Gap | null {
  const gaps = a.flatMap((point): readonly Gap[] => {
    const other = b.find(({ at }) => at === point.at);
    const isEnough = Math.min(point.examples, other?.examples ?? 0) >= ENOUGH;
    return other && isEnough ? [{ a: point, b: other }] : [];
  });
  const size = (gap: Gap): number => Math.abs(shareOf(gap.a) - shareOf(gap.b));
  const largest = greatest(gaps, size);
  return largest && size(largest) >= CLEAR_GAP ? largest : null;
}

/** The share over all points beyond training; null: there are none. */
export function shareBeyond(points: readonly SharePoint[]): number | null {
  const beyond = points.filter(({ isBeyond }) => isBeyond === true);
  const total = (of: "right" | "examples"): number =>
    beyond.reduce((sum, point) => sum + point[of], 0);
  return beyond.length === 0 ? null : total("right") / total("examples");
}
