/** Which source tokens the task's rule aligns with a step's answer, why none, and whether attention went elsewhere. */
import { isBidirectional } from "../../engine/setup/modelShape";
import { noGoldReason } from "../../engine/tasks/noGoldReason";
import type { GoldLinks, NoGoldReason } from "../../engine/tasks/task";
import { EOS } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

const NONE: readonly number[] = [];

/** The aligned columns of a row; none for <eos>, which stands for no token of the source. */
export function alignedColumns({ expected, gold }: Trace, row: number): readonly number[] {
  const isToken = expected?.[row] !== undefined && expected[row].id !== EOS;
  return (isToken && gold?.[row]) || NONE;
}

/** Whether every right answer is aligned with some source token. */
export function isWhollyLinked(gold: GoldLinks): boolean {
  return gold.every((links) => links.length > 0);
}

/** Why the right answer of a row is aligned with no source token; null where it is, or where there is no attention to compare. */
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

/** The weight that a row's aligned tokens have together; 0 where it has none, or no attention. */
function alignedWeight(trace: Trace, row: number): number {
  const weights = trace.steps[row]?.attention?.weights;
  return alignedColumns(trace, row).reduce((sum, column) => sum + (weights?.[column] ?? 0), 0);
}

const LITTLE = 0.1; // of the weight: with less, an answer was found without looking

/** Whether a row's aligned tokens have next to no weight, all of them together. */
export function hardlyLooked(trace: Trace, row: number): boolean {
  return alignedWeight(trace, row) < LITTLE;
}

/**
 * For a right answer of which some token has more weight than the aligned ones together (equal letters share theirs): "next" where it lies one state later, which
 * has read the token too, "before" where it lies one state earlier and the encoder reads both ways, so that this one
 * has read it as well, else "elsewhere". Null for all other steps.
 */
export function lookedPast(trace: Trace, row: number): "next" | "before" | "elsewhere" | null {
  const step = trace.steps[row];
  const columns = alignedColumns(trace, row);
  if (!step?.attention || columns.length === 0) return null;
  if (step.chosen.id !== trace.expected?.[row]?.id) return null;
  const largest = largestColumn(step.attention.weights);
  if (alignedWeight(trace, row) >= (step.attention.weights[largest] ?? 0)) return null;
  if (columns.includes(largest - 1)) return "next";
  return isBidirectional(trace.shape) && columns.includes(largest + 1) ? "before" : "elsewhere";
}
