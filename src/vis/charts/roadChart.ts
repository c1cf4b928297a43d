/** The lengths of gradients over the source, on a logarithmic axis. */
import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { ENCODER_ROADS, type EncoderRoad } from "../../engine/results/roads";
import type { RoadLengths } from "../facts/roadLengths";
import type { Tick } from "./curves";

export const CHART_LINES = ["whole", ...ENCODER_ROADS] as const;

export type ChartLine = EncoderRoad | "whole";

export interface RoadPoint {
  readonly column: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface RoadLine {
  readonly name: ChartLine;
  readonly points: readonly RoadPoint[]; // a road of length 0 has no point
  readonly path: string;
}

export interface RoadChart {
  readonly lines: readonly RoadLine[];
  readonly ticks: readonly Tick[]; // powers of ten; their values are the exponents
}

const LEAST_DECADES = 2; // of the axis
const MOST_DECADES = 15; // shorter gradients lie on the axis
const TICK_ROOM = 18; // pixels

/**
 * @param xOf the middle of a column, in pixels
 * @param frame top and bottom of the axis, in pixels
 */
export function layoutRoads(
  columns: RoadLengths["columns"],
  xOf: (column: number) => number,
  frame: { readonly top: number; readonly bottom: number },
): RoadChart {
  const [low, high] = exponents(columns);
  const toY = scaleLog([10 ** low, 10 ** high], [frame.bottom, frame.top]).clamp(true);
  const draw = line<RoadPoint>(
    ({ x }) => x,
    ({ y }) => y,
  );
  const every = Math.max(1, Math.ceil((TICK_ROOM * (high - low)) / (frame.bottom - frame.top)));
  const lines = CHART_LINES.map((name): RoadLine => {
    const points = columns.flatMap((column, s): RoadPoint[] => {
      const value = column[name];
      return value > 0 ? [{ column: s, value, x: xOf(s), y: toY(value) }] : [];
    });
    return { name, points, path: draw(points) ?? "" };
  });
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => high - i)
    .filter((_, i) => i % every === 0)
    .map((value) => ({ value, at: toY(10 ** value) }));
  return { lines, ticks };
}

/** The powers of ten at both ends of the axis. */
function exponents(columns: RoadLengths["columns"]): readonly [low: number, high: number] {
  const values = columns.flatMap((column) => CHART_LINES.map((name) => column[name]));
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [-LEAST_DECADES, 0];
  const high = Math.ceil(Math.log10(Math.max(...positive)));
  const low = Math.floor(Math.log10(Math.min(...positive)));
  return [Math.max(high - MOST_DECADES, Math.min(low, high - LEAST_DECADES)), high];
}
