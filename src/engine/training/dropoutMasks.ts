/** The units that a training step drops, drawn as plain numbers for tensors and fused operations. */
import type { Side } from "../setup/learnedParameters";
import { createRandom, type Random } from "../rng";

/** Where units are dropped: after the embedding of either side, and between its layers. */
export type DropoutSite = `${Side}.${"embedding" | "layers"}`;

/**
 * Factors for the units of a site, 0 where a unit is dropped. They have the shape of the site's tensor, row-major by
 * pair and position: [B S, E], [B T, E], [B, S, K], and [B, H] at each step of the decoder. null: nothing is dropped.
 * A pass draws them in this order: encoder embedding, encoder layers, decoder embedding, decoder layers step by step.
 */
export type DropoutMasks = (site: DropoutSite, size: number) => Float32Array | null;

/** Keeps every unit, as in decoding. */
export const noMasks: DropoutMasks = () => null;

/** The dropout of a step as plain data, which can be sent to another thread. */
export interface StepDropout {
  readonly rate: number; // P(a unit is dropped), in [0, 1)
  readonly seed: number; // of all masks of the step
  /** The rows that the masks belong to; all rows if undefined. */
  readonly rows?: BatchRows;
}

/** Consecutive rows of a batch. */
export interface BatchRows {
  readonly first: number;
  readonly count: number;
  readonly of: number; // rows of the whole batch, B
}

/** Keeps every unit, as in decoding. */
export const NO_DROPOUT: StepDropout = { rate: 0, seed: 0 };

/**
 * The masks of one pass of a step: "inputs" chooses the decoder's inputs, "loss" computes the loss. Each pass has its
 * own stream, so that the masks of the loss do not depend on whether there is a pass for the inputs.
 */
export function masksOf({ rate, seed, rows }: StepDropout, pass: "inputs" | "loss"): DropoutMasks {
  return drawMasks(rate, createRandom(seed, pass), rows);
}

/**
 * Masks that drop each unit with probability `rate`, drawn from a random stream. The tensor library cannot draw them:
 * its generator restarts from its seed at every call.
 * @param rows the masks are drawn for the whole batch, and these rows are returned
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
