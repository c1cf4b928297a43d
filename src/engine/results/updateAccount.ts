/**
 * The account of one update: its batch, the losses of its tokens, its gradient, and the move of each parameter. All
 * numbers are those that the update itself used, in double precision where they are computed from them.
 */
import type { Config } from "../setup/config";
import type { ParameterName } from "../setup/learnedParameters";
import type { BatchRow } from "./batchAccount";

export interface UpdateAccount {
  /** Updates behind the weights, this one included. */
  readonly step: number;
  readonly rows: readonly BatchRow[]; // B
  /** Whether units were dropped. The decodes of an example drop none. */
  readonly dropsUnits: boolean;
  /** -ln p(target) in nats of the real tokens of each row. */
  readonly tokenLosses: readonly Float64Array[];
  /** The loss that training reports: the mean of those of the real tokens, in the device's precision. */
  readonly loss: number;
  readonly clip: Clip;
  readonly rule: Pick<Config, "learningRate" | "clipNorm">;
  /** Adam's own count of updates, this one included. It begins anew with opened weights. */
  readonly updates: number;
  /** In the order of the parameters. */
  readonly groups: readonly GroupAccount[];
  readonly before: Float32Array; // [P]
  readonly after: Float32Array; //  [P]
}

/** g min(1, limit / ||g||) */
export interface Clip {
  readonly norm: number; // ||g|| before
  readonly factor: number;
  readonly clipped: number; // ||g|| after
}

/** One named parameter: lengths of vectors over all of its numbers. */
export interface GroupAccount {
  readonly name: ParameterName;
  readonly dims: readonly number[];
  readonly count: number;
  readonly gradient: number; // before clipping
  readonly mean: number; //     Adam's m after this update
  readonly root: number; //     the root of Adam's v after this update
  readonly weight: number; //   before the update
  readonly move: number; //     after - before
  /** The numbers that move most, the largest move first. */
  readonly largest: readonly ParameterMove[];
}

/** One number of a parameter in this update. before + move = after, exactly. */
export interface ParameterMove {
  /** Its place in the parameter: [row, column], or [index] of a vector. */
  readonly at: readonly number[];
  readonly before: number;
  readonly gradient: number; // g, before clipping
  readonly mean: number; //     Adam's m after this update
  readonly variance: number; // Adam's v after this update
  readonly move: number;
  readonly after: number;
}
