/** Two lines of milliseconds over a length as geometry, in pixels. Both axes begin at 0, so a line through 0 is proportional. */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Side } from "./comparedTimeline";
import { type Frame, placeTicks } from "./curves";
import type { LinesChart } from "./sharesChart";
import { pathOf } from "./timeline";

export interface TimePoint {
  readonly length: number;
  readonly milliseconds: number;
}

/** @param lengths every length that has or will have a time */
export function layoutTimes(
  times: Readonly<Record<Side, readonly TimePoint[]>>,
  lengths: readonly number[],
  frame: Frame,
): LinesChart {
  const longest = max(lengths) ?? 1;
  const slowest = max([...times.a, ...times.b], ({ milliseconds }) => milliseconds) ?? 1;
  const x = scaleLinear([0, longest], [frame.left, frame.right]);
  const y = scaleLinear([0, slowest], [frame.bottom, frame.top]).nice(3);
  const lineOf = (points: readonly TimePoint[]) => {
    const placed = points.map(({ length, milliseconds }) => ({ x: x(length), y: y(milliseconds) }));
    return { path: pathOf(placed), points: placed };
  };
  return {
    lines: { a: lineOf(times.a), b: lineOf(times.b) },
    xTicks: placeTicks(lengths, x),
    yTicks: placeTicks(y.ticks(3), y),
  };
}
