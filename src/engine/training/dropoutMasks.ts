/** Which units a training step drops: drawn as plain numbers, for tensors and fused operations alike. */
import type { Side } from "../setup/parameters";
import { createRandom, type Random } from "../rng";

/** Where units are dropped: behind the embedding of either side, and between its layers. */
export type DropoutSite = `${Side}.${"embedding" | "layers"}`;

/**
 * Factors for the units of a site: 0 where a unit is dropped. They follow the site's tensor, row-major by pair and
 * position: [B S, E], [B T, E], [B, S, K], and [B, H] at each step of the decoder. null: nothing is dropped.
 * A pass asks for them in this order: the encoder's embedding and layers, the decoder's embedding, then its layers step by step.
 */
export type DropoutMasks = (site: DropoutSite, size: number) => Float32Array | null;

/** As when decoding: everything stays. */
export const noMasks: DropoutMasks = () => null;

/** What a step drops, in numbers that can be sent to another thread. */
export interface StepDropout {
  readonly rate: number; // how likely each unit is dropped, in [0, 1)
  readonly seed: number; // of all masks of the step
  /** Which rows of the batch that the masks are of; all where it is left out. */
  readonly rows?: BatchRows;
}

/** Rows of a batch, one after the other. */
export interface BatchRows {
  readonly first: number;
  readonly count: number;
  readonly of: number; // rows of the whole batch, B
}

/** As when decoding: everything stays. */
export const NO_DROPOUT: StepDropout = { rate: 0, seed: 0 };

/**
 * The masks of one pass of a step: the one that finds the decoder's inputs, or the one that the loss is taken of. Each
 * has a stream of its own, so that the loss's masks are the same whether the inputs had to be found or not.
 */
export function masksOf({ rate, seed, rows }: StepDropout, pass: "inputs" | "loss"): DropoutMasks {
  return drawMasks(rate, createRandom(seed, pass), rows);
}

/**
 * Drops each unit with this probability, by masks that the random stream decides.
 * The masks are drawn here rather than by the tensor library, whose generator restarts from its seed at every call.
 * @param rows has them drawn for the whole batch and cut down to these rows
 */
export function drawMasks(rate: number, random: Random, rows?: BatchRows): DropoutMasks {
  if (rate === 0) return noMasks;
  const kept = 1 / (1 - rate);
  return (_site, size) => {
    const { first, count, of } = rows ?? { first: 0, count: 1, of: 1 };
    const row = size / count;
    const mask = new Float32Array(of * row);
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept;
    return rows ? mask.subarray(first * row, (first + count) * row) : mask;
  };
}
