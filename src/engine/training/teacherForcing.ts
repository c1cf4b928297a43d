/** Teacher forcing and scheduled sampling (Bengio et al. 2015): which tokens the decoder is fed while training. */
import { argMax, tensor } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { CoinKind } from "../setup/config";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, projectTokens, readLogits } from "../model/decoder";
import type { Dropout } from "../model/dropout";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import type { Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import type { Random } from "../rng";

/** How the truth is fed in one training step. */
export interface Forcing {
  readonly probability: number; // P(feed truth), in [0, 1]
  /** What one toss decides: a single token, one step of the whole batch, or a whole target. */
  readonly coin: CoinKind;
  readonly coins: Random; // a stream of its own; how far it moves does not depend on P
}

/** Where the truth is fed, which is where u < P; [B, T] row-major. Step 1 is always fed <sos>, which counts as the truth. */
export function tossCoins(
  { size: B, targetLength: T }: Batch,
  { probability, coin, coins }: Forcing,
): boolean[] {
  const toss = (): boolean => coins.next() < probability;
  const rows = (oneRow: (row: number) => boolean[]): boolean[] =>
    Array.from({ length: B }, (_, row) => [true, ...oneRow(row)]).flat();
  switch (coin) {
    case "token":
      return rows(() => Array.from({ length: T - 1 }, toss));
    case "step": {
      const steps = Array.from({ length: T - 1 }, toss);
      return rows(() => steps);
    }
    case "sequence":
      return rows(() => {
        const isFed = toss();
        return Array.from({ length: T - 1 }, () => isFed);
      });
    default:
      return coin satisfies never;
  }
}

/** What the choice of a batch's inputs goes by. */
export interface Choice {
  readonly truthFed: readonly boolean[]; // as `tossCoins` gives it
  readonly dropout: Dropout;
}

/**
 * Decoder inputs of a batch, [B, T] row-major: the truth where it is fed, else the model's own last answer (its argmax).
 * The answers are found first, without gradient and under dropout masks of their own; the loss is then taken on fixed
 * inputs, which is what the paper does: no gradient flows through the choice.
 */
export function chooseInputs(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  choice: Choice,
): Int32Array {
  if (choice.truthFed.every(Boolean)) return batch.targetIn;
  return plainResult(() => rollOut(weights, shape, batch, choice));
}

function rollOut(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  { truthFed, dropout }: Choice,
): Int32Array {
  const { size: B, targetLength: T } = batch;
  const inputs = Int32Array.from(batch.targetIn);
  const { decoder, initial, memory } = handOver(weights, shape, sourceTensors(batch), dropout);
  let state = initial;
  for (let t = 0; t + 1 < T; t++) {
    const column = Int32Array.from({ length: B }, (_, row) => inputs[row * T + t] ?? 0);
    const projected = projectTokens(decoder, tensor(column, [B], "int32"));
    const step = decoderStep(decoder, projected, state, memory);
    state = step.next;
    const answers = argMax(readLogits(decoder, step.readout), 1).dataSync(); // [B]
    for (let row = 0; row < B; row++) {
      const next = row * T + t + 1;
      if (!truthFed[next]) inputs[next] = answers[row] ?? 0;
    }
  }
  return inputs;
}
