/** How two attention maps of one source differ: A's weights minus B's, cell by cell. */
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { mirroredColumn } from "./mirroredColumn";

export interface DifferenceRow {
  readonly a: DecoderStep;
  readonly b: DecoderStep;
  /** [S] by A's columns. */
  readonly weights: readonly { readonly a: number; readonly b: number }[];
}

/** Rows that both maps have. */
export type MapDifference = readonly DifferenceRow[];

/** Why there is no difference: a model has no map, or the pictures are of two sources, for a moment. */
export type NoDifference = "noMap" | "otherSource";

export function mapDifference(a: Trace, b: Trace): MapDifference | NoDifference {
  if (a.shape.attention === "none" || b.shape.attention === "none") return "noMap";
  const { length } = a.source;
  const isMirrored = a.shape.sourceOrder !== b.shape.sourceOrder;
  const columnOfB = (column: number): number =>
    isMirrored ? mirroredColumn(length, column) : column;
  const isSame =
    b.source.length === length &&
    a.source.every(({ text }, column) => b.source[columnOfB(column)]?.text === text);
  if (!isSame) return "otherSource";
  return a.steps.flatMap((step, row) => {
    const other = b.steps[row];
    return other ? [differenceRow(step, other, columnOfB)] : [];
  });
}

function differenceRow(
  a: DecoderStep,
  b: DecoderStep,
  columnOfB: (column: number) => number,
): DifferenceRow {
  const weights = Array.from(a.attention?.weights ?? [], (weight, column) => ({
    a: weight,
    b: b.attention?.weights[columnOfB(column)] ?? 0,
  }));
  return { a, b, weights };
}

/**
 * The share of the weight that the two put on different tokens, [0, 1], as a mean over the rows: half the sum of the
 * absolute differences (total variation distance).
 */
export function movedShare(rows: MapDifference): number {
  const moved = rows.map(
    ({ weights }) => weights.reduce((sum, { a, b }) => sum + Math.abs(a - b), 0) / 2,
  );
  return moved.reduce((sum, each) => sum + each, 0) / Math.max(1, moved.length);
}
