/** The loss of each target token of a batch, from the logits of its pass. */
import type { Batch } from "../batch";

/** The order of the rows of logits: pair after pair as in the tensor library, or position after position. */
export type LogitOrder = "byPair" | "byPosition";

/**
 * -ln softmax(logits)[target] in nats, in double precision; 0 at padding.
 * @param logits [B T, V], or [T B, V] by position
 * @returns [B, T] row-major; its mean over the real tokens is the loss of the batch
 */
export function tokenLosses(
  logits: Float32Array,
  { size: B, targetLength: T, targetOut, targetLengths }: Batch,
  order: LogitOrder,
): Float64Array {
  const V = logits.length / (B * T);
  const losses = new Float64Array(B * T);
  for (let pair = 0; pair < B; pair++)
    for (let t = 0; t < (targetLengths[pair] ?? 0); t++) {
      const row = order === "byPair" ? pair * T + t : t * B + pair;
      const at = pair * T + t;
      losses[at] = surprise(logits.subarray(row * V, (row + 1) * V), targetOut[at] ?? 0);
    }
  return losses;
}

/** ln sum exp(x) - x_target */
function surprise(x: Float32Array, target: number): number {
  const largest = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = x.reduce((total, value) => total + Math.exp(value - largest), 0);
  return largest + Math.log(sum) - (x[target] ?? Number.NaN);
}
