/** What every kind of network is on tensors: logits for known inputs, and a decoder that takes one step at a time. */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { ModelShape } from "../setup/modelShape";
import type { Dropout } from "./dropout";
import type { SourceBatch } from "./encoder";
import type { Weights } from "./weights";

/** The data of a pass over a batch. */
export interface Pass {
  readonly batch: Batch;
  readonly inputs: Int32Array; // decoder input ids, [B, T] row-major
  readonly dropout?: Dropout; //  undefined: no dropout
}

/** The decoder's outputs for known inputs. */
export interface Predictions {
  readonly logits: Tensor; //                      [B T, V], row-major over (pair, step)
  readonly attentionWeights: readonly Tensor[]; // T of [B, S]; empty without attention
}

/** A step of the decoder. */
export interface Stepped {
  readonly logits: Tensor; //         [B, V]
  readonly weights: Tensor | null; // [B, S]; null without attention
  readonly next: Stepper;
}

/**
 * A decoder that has read its source and waits for the next token of every row.
 * @param ids the tokens that go in, [B] int32
 */
export type Stepper = (ids: Tensor) => Stepped;

/** A kind of network. Call inside `tidy` or `plainResult`. */
export interface Network {
  readonly predict: (weights: Weights, shape: ModelShape, pass: Pass) => Predictions;
  /** Reads a source. @returns the decoder before its first step */
  readonly open: (
    weights: Weights,
    shape: ModelShape,
    source: SourceBatch,
    dropout?: Dropout,
  ) => Stepper;
}
