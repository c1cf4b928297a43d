/** What a model says at every step of a batch, row by row. */
import type { Batch } from "../batch";
import { EOS } from "../text/tokens";
import type { Predictor } from "./learner";

/**
 * The answers of every row, each to the batch's target length.
 * @param truths how many steps read the batch's `targetIn`, at least 1 (<sos>); later ones read the last answer
 * @returns B of [T]
 */
export async function sayingsOf(
  predictor: Predictor,
  batch: Batch,
  truths: number,
): Promise<Int32Array[]> {
  const { size: B, targetLength: T } = batch;
  const truthFed = Array.from({ length: B * T }, (_, i) => i % T < truths);
  const all = await predictor.sayings(batch, truthFed);
  return Array.from({ length: B }, (_, row) => all.slice(row * T, (row + 1) * T));
}

/** The answer with its first <eos>, without what a model says after it. */
export function upToEos(ids: Int32Array): Int32Array {
  const end = ids.indexOf(EOS);
  return end === -1 ? ids : ids.slice(0, end + 1);
}
