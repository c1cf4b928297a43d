/**
 * The interface to a model's parameters, with two implementations: textbook tensors and fused operations.
 *
 * Every method begins its work in the call, on the weights of that moment. A promise waits for a device only: in main
 * memory its value is there at once. It rejects with a DeviceLostError after the loss of the device.
 */
import type { Batch } from "../batch";
import type * as greedy from "../decoding/greedy";
import type { Decoded, PlannedDecode } from "../decoding/plannedDecode";
import type { StepDropout } from "./dropoutMasks";
import type { ModelShape } from "../setup/modelShape";

/** A model's parameters for decoding, without training. */
export interface Predictor {
  /** A copy of all parameters, [P]. */
  readParameters(): Promise<Float32Array>;
  /**
   * The greedy answers to every source of the batch.
   * @param limit most decoder steps
   */
  decode(batch: Batch, limit: number): Promise<greedy.Decoded[]>;
  /**
   * What the model says at every step (argmax), fed the batch's `targetIn` where `truthFed`, else its own last answer.
   * An answer goes on after its <eos>.
   * @param truthFed [B, T] row-major; the first of each row is <sos>, which counts as the truth
   * @returns ids, [B, T] row-major
   */
  sayings(batch: Batch, truthFed: readonly boolean[]): Promise<Int32Array>;
  /** Every quantity of one decode. On a device, sampling and beam search go on after the call, on a copy of the weights. */
  trace(planned: PlannedDecode): Promise<Decoded>;
  /** Mean cross-entropy over the real target tokens of the batch, fed the truth, without dropout, in nats. */
  loss(batch: Batch): Promise<number>;
  /**
   * An independent predictor with the same parameters; the caller disposes of it.
   * @param parameters other ones of the same shape, such as those of an earlier update
   */
  copy(parameters?: Float32Array): Predictor;
  dispose(): void;
}

/** A model's parameters in training. */
export interface Learner extends Predictor {
  /** Updates of this optimizer state. */
  readonly updates: number;
  /**
   * One update: the decoder's inputs, the loss on them, its gradient, clipping, Adam. Resolves when the next one may
   * follow, which is before the device has finished this one unless it is several updates behind.
   */
  step(example: TrainingExample, how: UpdateRule): Promise<void>;
  /** The update of `step`, bit for bit, with the numbers that it goes through. Resolves when they have arrived. */
  walk(example: TrainingExample, how: UpdateRule): Promise<WalkedStep>;
  /** The losses of the updates between the last call and this one, each before its update, in nats. */
  takeLosses(): Promise<readonly number[]>;
  save(): Promise<LearnerState>;
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

/** The numbers of one update, as the device of the learner computes them. */
export interface WalkedStep {
  readonly before: LearnerState;
  readonly after: LearnerState;
  /** The decoder's inputs, ids. [B, T] row-major */
  readonly inputs: Int32Array;
  /** -ln p(target) in nats, 0 at padding. [B, T] row-major */
  readonly tokenLosses: Float64Array;
  /** The mean over the real target tokens, as `takeLosses` reports it. */
  readonly loss: number;
  /** Of this loss, before clipping. [P] */
  readonly gradient: Float32Array;
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
