/** What holds a model's numbers, with or without learning: the textbook composition of tensors, or the fused operations. */
import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { Decoded } from "../decoding/greedy";
import type { StepDropout } from "./dropoutMasks";
import type { ModelShape } from "../setup/modelShape";

/** A model's numbers, to be asked and not to be taught. */
export interface Predictor {
  /** All parameters end to end, [P], as a tensor of the current backend; it stays the predictor's own. */
  readonly parameters: Tensor1D;
  /** A copy of all parameters, [P]. */
  readParameters(): Float32Array;
  /**
   * The greedy answers to every source of the batch.
   * @param limit most steps a row may take
   */
  decode(batch: Batch, limit: number): Decoded[];
  /** The same numbers in a predictor of its own, which belongs to the caller. */
  copy(): Predictor;
  dispose(): void;
}

/** A model's numbers while it learns. What it gave as `parameters` is valid until the next step. */
export interface Learner extends Predictor {
  /** Updates made by this Adam. */
  readonly updates: number;
  /** One update: the decoder's inputs, the loss on them, its gradient, clipping, Adam. */
  step(example: TrainingExample, how: UpdateRule): void;
  /** The losses of the steps since the last call, each before its update, in nats. On a GPU this waits for all of them. */
  takeLosses(): readonly number[];
  save(): LearnerState;
}

/** What a step learns from: plain data, which can be sent to another thread. */
export interface TrainingExample {
  readonly batch: Batch;
  /** Where the decoder is fed the truth, and not its own last answer. [B, T] row-major */
  readonly truthFed: readonly boolean[];
  readonly dropout: StepDropout;
}

export interface UpdateRule {
  readonly learningRate: number;
  readonly clipNorm: number;
}

/** All that another learner needs to go on as this one would. */
export interface LearnerState {
  readonly parameters: Float32Array; // [P]
  readonly moments: Moments;
}

/** Adam's memory. */
export interface Moments {
  readonly mean: Float32Array; //     [P]
  readonly variance: Float32Array; // [P]
  readonly updates: number;
}

/** A way of computing: it makes what holds the numbers of a model of this shape. */
export interface Arithmetic {
  /** @param start parameters alone start a new Adam */
  learner(
    shape: ModelShape,
    start: Partial<LearnerState> & Pick<LearnerState, "parameters">,
  ): Learner;
  predictor(shape: ModelShape, parameters: Float32Array): Predictor;
}
