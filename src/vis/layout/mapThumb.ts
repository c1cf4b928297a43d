/** A small attention map as rectangles: one a weight, source across, steps down. */
import type { Matrix } from "../../engine/results/trace";

export interface ThumbCell {
  readonly x: number; // pixels
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number; // [0, 1]
}

const ROOM = { width: 92, height: 58 }; // pixels
const LARGEST = 9; // of a cell

/** Square cells where both sides have room. */
export function thumbCells({ rows, columns, data }: Matrix): {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly ThumbCell[];
} {
  const width = Math.min(LARGEST, ROOM.width / columns);
  const height = Math.min(width, ROOM.height / rows);
  return {
    width: width * columns,
    height: height * rows,
    cells: Array.from(data, (weight, i) => ({
      x: width * (i % columns),
      y: height * Math.floor(i / columns),
      width,
      height,
      weight: Math.min(1, Math.max(0, weight)),
    })),
  };
}
