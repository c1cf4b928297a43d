/** Teacher forcing and scheduled sampling (Bengio et al. 2015): the tokens that the decoder is fed in training. */
import { argMax, tensor } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { CoinKind } from "../setup/config";
import { sourceTensors } from "../model/batchTensors";
import type { Dropout } from "../model/dropout";
import { networkOf } from "../model/networks";
import { readTensor } from "../model/readTensor";
import { plainResult } from "../model/scope";
import type { Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import type { Random } from "../rng";

/** How the truth is fed in one training step. */
export interface Forcing {
  readonly probability: number; // P(feed truth), in [0, 1]
  /** The scope of one toss: a single token, one step of the whole batch, or a whole target. */
  readonly coin: CoinKind;
  readonly coins: Random; // its own stream; the number of draws does not depend on P
}

/** Where the truth is fed (u < P), [B, T] row-major. The first input is always <sos>, which counts as the truth. */
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

/** How the inputs of a batch are chosen. */
export interface InputChoice {
  readonly truthFed: readonly boolean[]; // as `tossCoins` gives it
  readonly dropout: Dropout;
}

/**
 * Decoder inputs of a batch, [B, T] row-major: the truth where `truthFed`, else the model's own last answer (argmax).
 * The answers are computed first, without gradient and with their own dropout masks; then the loss is computed on fixed
 * inputs. As in the paper, no gradient flows through the choice.
 */
export function chooseInputs(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  choice: InputChoice,
): Int32Array {
  if (choice.truthFed.every(Boolean)) return batch.targetIn;
  return plainResult(() => rollOut(weights, shape, batch, choice));
}

function rollOut(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  { truthFed, dropout }: InputChoice,
): Int32Array {
  const { size: B, targetLength: T } = batch;
  const inputs = Int32Array.from(batch.targetIn);
  let decoder = networkOf(shape).open(weights, shape, sourceTensors(batch), dropout);
  for (let t = 0; t + 1 < T; t++) {
    const column = Int32Array.from({ length: B }, (_, row) => inputs[row * T + t] ?? 0);
    const step = decoder(tensor(column, [B], "int32"));
    decoder = step.next;
    const answers = readTensor(argMax(step.logits, 1)); // [B]
    for (let row = 0; row < B; row++) {
      const next = row * T + t + 1;
      if (!truthFed[next]) inputs[next] = answers[row] ?? 0;
    }
  }
  return inputs;
}
