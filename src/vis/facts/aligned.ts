/** The gold alignment of a step: aligned source tokens, the reason for none, and attention weight that lies elsewhere. */
import { isBidirectional } from "../../engine/setup/modelShape";
import { noGoldReason } from "../../engine/tasks/noGoldReason";
import type { GoldLinks, NoGoldReason } from "../../engine/tasks/task";
import { EOS } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

const NONE: readonly number[] = [];

/** The aligned columns of a row; empty for <eos>, which stands for no source token. */
export function alignedColumns({ expected, gold }: Trace, row: number): readonly number[] {
  const isToken = expected?.[row] !== undefined && expected[row].id !== EOS;
  return (isToken && gold?.[row]) || NONE;
}

/** Whether every target token has a gold link. */
export function isWhollyLinked(gold: GoldLinks): boolean {
  return gold.every((links) => links.length > 0);
}

/** Why the right answer of a row has no gold link; null where it has one, and in a model without attention. */
export function whyUnlinked(
  { task, shape, expected, gold }: Trace,
  row: number,
): NoGoldReason | null {
  if (!expected || shape.attention === "none") return null;
  return noGoldReason(task.id, { target: expected.map(({ text }) => text), gold }, row);
}

/** The column with the largest weight. */
export function largestColumn(weights: Float32Array): number {
  return weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0);
}

/** The summed weight of a row's aligned columns; 0 without aligned columns or without attention. */
function alignedWeight(trace: Trace, row: number): number {
  const weights = trace.steps[row]?.attention?.weights;
  return alignedColumns(trace, row).reduce((sum, column) => sum + (weights?.[column] ?? 0), 0);
}

const LITTLE = 0.1; // with less weight, the answer did not come from the aligned tokens

export function hasLittleAlignedWeight(trace: Trace, row: number): boolean {
  return alignedWeight(trace, row) < LITTLE;
}

/**
 * Where the largest weight of a right answer lies, if it exceeds the summed weight of the aligned columns. (Equal
 * letters share their weight, hence the sum.) Null for all other steps.
 * "next": one column after an aligned one, whose state has read the aligned token too.
 * "before": one column before an aligned one, in a bidirectional encoder, where the same holds.
 * "elsewhere": any other column.
 */
export function misplacedAttention(
  trace: Trace,
  row: number,
): "next" | "before" | "elsewhere" | null {
  const step = trace.steps[row];
  const columns = alignedColumns(trace, row);
  if (!step?.attention || columns.length === 0) return null;
  if (step.chosen.id !== trace.expected?.[row]?.id) return null;
  const largest = largestColumn(step.attention.weights);
  if (alignedWeight(trace, row) >= (step.attention.weights[largest] ?? 0)) return null;
  if (columns.includes(largest - 1)) return "next";
  return isBidirectional(trace.shape) && columns.includes(largest + 1) ? "before" : "elsewhere";
}
