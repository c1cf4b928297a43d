/** A batch as the network sees it, row by row, and what its masks prevent. Plain data. */
import type { TokenView } from "../text/tokens";

/**
 * What keeps padding out of the computation. "states": the encoder stops at the last token of each row, as with packed
 * sequences. "attention": <pad> gets no weight. "loss": <pad> does not count.
 */
export const MASKS = ["states", "attention", "loss"] as const;

export type Mask = (typeof MASKS)[number];

/** One pair of a batch, padded to the longest pair of the whole batch. */
export interface BatchRow {
  readonly source: readonly TokenView[]; //  S, in reading order, with <eos> and <pad>
  readonly sourceLength: number; //          real tokens, <eos> counted
  readonly fed: readonly TokenView[]; //     T inputs of the decoder: the truth, or its own last answer
  readonly truthFed: readonly boolean[]; //  T coins of teacher forcing: whether the truth is fed
  readonly wanted: readonly TokenView[]; //  T targets of the loss, with <eos> and <pad>
  readonly targetLength: number; //          real tokens, <eos> counted
}

/** The numbers of one row in a forward pass. */
export interface RowPass {
  /** -ln p(wanted) at each position, in nats, padding included. [T] */
  readonly losses: readonly number[];
  /** The mean weight of each source position over the row's real steps. [S]; null without attention */
  readonly looks: readonly number[] | null;
  /** The first decoder state of the top layer, which the encoder hands over. [H] */
  readonly start: Float32Array;
}

/** A forward pass over the rows, with some masks switched off. */
export interface BatchPass {
  readonly off: readonly Mask[];
  /** Mean of the losses that count, in nats. */
  readonly loss: number;
  readonly rows: readonly RowPass[];
}

/** The batch that the next update of a run learns from, with the run's present weights. */
export interface BatchAccount {
  readonly update: number; //       that learns from this batch; 1 = the first
  readonly trainedSteps: number; // updates behind the weights
  readonly batchSize: number; //    rows of the whole batch, B
  /** Real tokens of the whole batch, and its cells with padding. */
  readonly source: Filling;
  readonly target: Filling;
  readonly rows: readonly BatchRow[]; // the first rows of the batch
  /** The source of each row as text tokens in writing order, without <eos>. */
  readonly written: readonly (readonly string[])[];
  /** The answer of each row, fed its own tokens: up to its <eos>, or up to the length limit. */
  readonly answers: readonly (readonly TokenView[])[];
  readonly masked: BatchPass; // all masks on, as in training
  readonly unmasked: BatchPass | null; // null: no mask is off
}

export interface Filling {
  readonly real: number;
  readonly cells: number;
}

/** The share of a row's attention on padding. [0, 1]; null without attention */
export function weightOnPadding({ sourceLength }: BatchRow, { looks }: RowPass): number | null {
  return looks && looks.slice(sourceLength).reduce((sum, weight) => sum + weight, 0);
}

/** The row's losses that count, in nats. */
export function countedLosses(
  { targetLength }: Pick<BatchRow, "targetLength">,
  { losses }: Pick<RowPass, "losses">,
  off: readonly Mask[],
): readonly number[] {
  return off.includes("loss") ? losses : losses.slice(0, targetLength);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** |a - b| / |a|: how far another state is, relative to the first. */
export function relativeChange(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, i) => (b[i] ?? 0) - value)) / Math.hypot(...a);
}
