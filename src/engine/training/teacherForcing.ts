/** Teacher forcing and scheduled sampling (Bengio et al. 2015): which tokens the decoder is fed while training. */
import { argMax, tensor } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, embedInputs, projectEmbeddings, readLogits } from "../model/decoder";
import { handOver } from "../model/seq2seq";
import { plainResult } from "../model/scope";
import type { ModelShape } from "../model/shape";
import type { Weights } from "../model/weights";
import type { Random } from "../rng";
import type { Batch } from "../batch";

/**
 * Decoder inputs of a batch, [B, T] row-major.
 * At every token a coin is tossed: the truth is fed where u < P, else the model's own last answer (its argmax).
 * Step 1 is always <sos>. The answers are found first, without gradient; the loss is then taken on fixed inputs,
 * which is what the paper does: no gradient flows through the choice.
 * @param probability P(feed truth), in [0, 1]
 * @param coins a stream of its own; it moves by B (T - 1) draws whatever P is
 */
export function chooseInputs(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  { probability, coins }: { readonly probability: number; readonly coins: Random },
): Int32Array {
  const truthFed = tossCoins(batch, probability, coins);
  if (truthFed.every(Boolean)) return batch.targetIn;
  return plainResult(() => rollOut(weights, shape, batch, truthFed));
}

/** true where the truth is fed; [B, T] row-major. */
function tossCoins(batch: Batch, probability: number, coins: Random): boolean[] {
  const { size, targetLength } = batch;
  return Array.from(
    { length: size * targetLength },
    (_, i) => i % targetLength === 0 || coins.next() < probability,
  );
}

function rollOut(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  truthFed: readonly boolean[],
): Int32Array {
  const { size: B, targetLength: T } = batch;
  const inputs = Int32Array.from(batch.targetIn);
  const { decoder, encoded, memory } = handOver(weights, shape, sourceTensors(batch));
  let state = encoded.final;
  for (let t = 0; t + 1 < T; t++) {
    const column = Int32Array.from({ length: B }, (_, row) => inputs[row * T + t] ?? 0);
    const embedded = embedInputs(decoder, tensor(column, [B], "int32"));
    const step = decoderStep(decoder, projectEmbeddings(decoder, embedded), state, memory);
    state = step.cell.state;
    const answers = argMax(readLogits(decoder, step.readout), 1).dataSync(); // [B]
    for (let row = 0; row < B; row++) {
      const next = row * T + t + 1;
      if (!truthFed[next]) inputs[next] = answers[row] ?? 0;
    }
  }
  return inputs;
}
