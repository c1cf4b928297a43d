/** The interface to a model's parameters, with two implementations: textbook tensors and fused operations. */
import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { Decoded } from "../decoding/greedy";
import type { StepDropout } from "./dropoutMasks";
import type { ModelShape } from "../setup/modelShape";

/** A model's parameters for decoding, without training. */
export interface Predictor {
  /** All parameters as one flat tensor [P] of the current backend; the predictor disposes of it. */
  readonly parameters: Tensor1D;
  /** A copy of all parameters, [P]. */
  readParameters(): Float32Array;
  /**
   * The greedy answers to every source of the batch.
   * @param limit most decoder steps
   */
  decode(batch: Batch, limit: number): Decoded[];
  /** Mean cross-entropy over the real target tokens of the batch, fed the truth, without dropout, in nats. */
  loss(batch: Batch): number;
  /** An independent predictor with the same parameters; the caller disposes of it. */
  copy(): Predictor;
  dispose(): void;
}

/** A model's parameters in training. The tensor `parameters` is valid until the next step. */
export interface Learner extends Predictor {
  /** Updates of this optimizer state. */
  readonly updates: number;
  /** One update: the decoder's inputs, the loss on them, its gradient, clipping, Adam. */
  step(example: TrainingExample, how: UpdateRule): void;
  /** The losses of the steps since the last call, each before its update, in nats. On a GPU the call waits for them. */
  takeLosses(): readonly number[];
  save(): LearnerState;
}

/** The data of a training step, which can be sent to another thread. */
export interface TrainingExample {
  readonly batch: Batch;
  /** Where the decoder is fed the truth instead of its own last answer. [B, T] row-major */
  readonly truthFed: readonly boolean[];
  readonly dropout: StepDropout;
}

export interface UpdateRule {
  readonly learningRate: number;
  readonly clipNorm: number;
}

/** The state that another learner needs to continue with identical results. */
export interface LearnerState {
  readonly parameters: Float32Array; // [P]
  readonly moments: Moments;
}

/** Adam's state. */
export interface Moments {
  readonly mean: Float32Array; //     [P]
  readonly variance: Float32Array; // [P]
  readonly updates: number;
}

/** An implementation of learners and predictors: textbook or fused. */
export interface Arithmetic {
  /** @param start without moments, the optimizer starts anew */
  learner(
    shape: ModelShape,
    start: Partial<LearnerState> & Pick<LearnerState, "parameters">,
  ): Learner;
  predictor(shape: ModelShape, parameters: Float32Array): Predictor;
}
