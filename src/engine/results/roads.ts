/**
 * The gradient of a loss by every state of the encoder and of the decoder, and the roads on which it arrives.
 *
 * dL/dh is the total derivative: the state h changes by itself, and every later quantity follows; the inputs of the
 * decoder stay. h is the state of the top layer. An LSTM has dL/dc of its memory beside it.
 *
 * Encoder. Every path from h_s to the loss leaves the encoder exactly once: through the map, as a value (a weight times
 * h_j) or as a key (a score e(q, h_j)), at this column or at a later one, or round the corner, through the decoder's
 * first state. So the three roads add up to the whole. Their direct parts leave at this very column; the rest first
 * goes along the encoder.
 *
 * Decoder. Every path from s_t to the loss has one first edge: its own output, its query, or the next step. So these
 * three add up to the whole, too.
 */

import type { Trace } from "./trace";

/** Row-major [rows, size] in double precision. */
export interface Gradient {
  readonly rows: number;
  readonly size: number;
  readonly data: Float64Array;
}

/** The roads on which a path leaves the encoder. */
export const ENCODER_ROADS = ["values", "scores", "corner"] as const;

export type EncoderRoad = (typeof ENCODER_ROADS)[number];

/** The first edges out of a decoder state. */
export const DECODER_ROADS = ["output", "query", "onward"] as const;

export type DecoderRoad = (typeof DECODER_ROADS)[number];

export interface Roads {
  /** -ln p(target) of each step, [T]. */
  readonly losses: readonly number[];
  readonly encoder: {
    readonly states: Readonly<Record<EncoderRoad, Gradient>>; //          dL/dh_s [S, K]
    readonly memories: Readonly<Record<EncoderRoad, Gradient>> | null; // dL/dc_s [S, K], LSTM
    /** The parts that leave the encoder at this very column; through the corner only the last state does. [S, K] */
    readonly direct: Readonly<Record<"values" | "scores", Gradient>>;
  };
  /** dL/ds_t [T + 1, H] of the states s(0) ... s(T). */
  readonly decoder: Readonly<Record<DecoderRoad, Gradient>>;
  /** Through each cell of the map: the length of the gradient that step t sends to h_s. [T, S] */
  readonly cells: Readonly<Record<"values" | "scores", Gradient>>;
}

/** The loss: of one step (0-based), or the mean over all steps. */
export type LossOf = number | "all";

/** The example as ids. Each step has an input and a target; none of them follows from the states. */
export interface RoadsExample {
  readonly source: readonly number[]; //  S, in reading order
  readonly inputs: readonly number[]; //  T
  readonly targets: readonly number[]; // T
}

/**
 * The example of a trace: its inputs stay as they are, the model's own answers, too. The target of a step is the
 * expected token, or the chosen one where none is known.
 */
export function roadsExample({ source, steps, expected }: Trace): RoadsExample {
  return {
    source: source.map(({ id }) => id),
    inputs: steps.map(({ input }) => input.id),
    targets: steps.map(({ chosen }, t) => (expected?.[t] ?? chosen).id),
  };
}

/** The gradients that answer a request. */
export interface RoadsAnswer {
  readonly roads: Roads;
  readonly example: RoadsExample;
  readonly of: LossOf;
  readonly trainedSteps: number; //      behind the weights
}

/** Whether there are gradients of this decode: of the recurrent network alone; of its edits they know only the tokens that were fed. */
export function hasRoads({ shape, show }: Trace): boolean {
  if (shape.network !== "recurrent") return false;
  return show.edits.every(({ kind }) => kind === "say" || kind === "feed");
}

/** Whether both are the same ids. */
export function areSameIds(a: RoadsExample, b: RoadsExample): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
