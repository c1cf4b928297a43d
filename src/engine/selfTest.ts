/**
 * The self-test of a way of computing: one step of a tiny model, against central differences of the reference in double
 * precision. What computes wrongly must not teach anybody anything.
 */
import { initialParameters, parameterCount } from "./parameters";
import { noMasks } from "./model/dropout";
import type { ModelShape } from "./modelShape";
import { referenceParameters } from "./reference/parameters";
import { referenceGreedy, referenceLoss } from "./reference/seq2seq";
import { createRandom } from "./rng";
import { EOS, SOS } from "./tokens";
import type { Batch } from "./batch";
import type { Arithmetic, Learner, LearnerState, UpdateRule } from "./training/learner";

const PLAIN: ModelShape = {
  cell: "gru",
  layers: 1,
  direction: "unidirectional",
  sourceOrder: "forward",
  tokenInput: "learned",
  attention: "additive",
  timing: "bahdanau",
  inputFeeding: "off",
  hiddenSize: 20, // three gates side by side are wider than any block in which a kernel computes
  embeddingSize: 12,
  sourceTokens: 9,
  targetTokens: 8,
};

/** A model of the kind that the page begins with. */
const FIRST_SHAPE: readonly ModelShape[] = [PLAIN];

/** Models that between them use all that the family has: every cell, score, timing and way of reading. */
export const ALL_SHAPES: readonly ModelShape[] = [
  PLAIN,
  {
    ...PLAIN,
    cell: "lstm",
    layers: 2,
    direction: "bidirectional",
    tokenInput: "onehot",
    attention: "general",
    timing: "luong",
    inputFeeding: "on",
    hiddenSize: 6,
  },
  { ...PLAIN, cell: "rnn", attention: "dot", timing: "luong", hiddenSize: 6, embeddingSize: 4 },
];

// Two pairs of unequal length, so that masking is tested too.
const BATCH: Batch = {
  size: 2,
  sourceLength: 4,
  targetLength: 3,
  source: Int32Array.of(5, 8, 4, EOS, 7, EOS, 0, 0),
  targetIn: Int32Array.of(SOS, 4, 6, SOS, 5, 0),
  targetOut: Int32Array.of(4, 6, EOS, 5, EOS, 0),
  sourceLengths: [4, 2],
  targetLengths: [3, 2],
};

const DIRECTIONS = 4;
const STEP = 1e-5; // of the central difference
const CLIP = 0.1; // shorter than the gradient, so that clipping is at work
const RATE = 0.01;
const TOLERANCE = 2e-3; // relative; float32 reaches 1e-5, float16 does not reach 1e-2

/** Nothing is clipped and nothing moves: what is left of the step is the gradient, a tenth of it in Adam's mean. */
const GRADIENT_ONLY: UpdateRule = { clipNorm: 1e30, learningRate: 0 };
const MEAN_SHARE = 0.1; // 1 - b1

/** The largest relative errors found; what was tested is fit for use where all are at most `TOLERANCE`. */
export interface SelfTestResult extends Errors {
  readonly passed: boolean;
}

interface Errors {
  readonly lossError: number;
  readonly freeLossError: number; // where the model is fed its own answers
  readonly gradientError: number;
  readonly updateError: number; // of the clipped first step of Adam
}

/**
 * Tests this arithmetic where it lives now. Never throws for a wrong result, may throw for a broken device.
 * @returns the worst over these models
 */
export function testArithmetic(
  arithmetic: Arithmetic,
  shapes: readonly ModelShape[] = FIRST_SHAPE,
): SelfTestResult {
  const found = shapes.map((shape) => testModel(arithmetic, shape));
  const worst = (name: keyof Errors): number =>
    found.reduce((largest, errors) => Math.max(largest, errors[name]), 0); // NaN stays
  const errors: Errors = {
    lossError: worst("lossError"),
    freeLossError: worst("freeLossError"),
    gradientError: worst("gradientError"),
    updateError: worst("updateError"),
  };
  // NaN fails: it is not at most anything.
  return { passed: Object.values(errors).every((error) => error <= TOLERANCE), ...errors };
}

function testModel(arithmetic: Arithmetic, shape: ModelShape): Errors {
  const random = createRandom(7, "self-test");
  const parameters = initialParameters(shape, random);
  const flat = Array.from(parameters);
  const step = (isFed: boolean, how: UpdateRule) =>
    oneStep(arithmetic.learner(shape, { parameters }), isFed, how);
  const reference = (at: readonly number[], isFed = true): number =>
    referenceBatchLoss(shape, at, isFed);
  const { loss, moments } = step(true, GRADIENT_ONLY);
  const gradient = Array.from(moments.mean, (m) => m / MEAN_SHARE);
  const updated = Array.from(step(true, { clipNorm: CLIP, learningRate: RATE }).parameters);
  let gradientError = 0;
  for (let i = 0; i < DIRECTIONS; i++) {
    const direction = Array.from({ length: parameterCount(shape) }, () => 2 * random.next() - 1);
    const along = (sign: number): number =>
      reference(flat.map((x, j) => x + sign * STEP * (direction[j] ?? 0)));
    const slope = (along(1) - along(-1)) / (2 * STEP);
    const ours = gradient.reduce((sum, g, j) => sum + g * (direction[j] ?? 0), 0);
    gradientError = Math.max(gradientError, relativeError(ours, slope));
  }
  return {
    lossError: relativeError(loss, reference(flat)),
    freeLossError: relativeError(step(false, GRADIENT_ONLY).loss, reference(flat, false)),
    gradientError,
    updateError: firstStepError(flat, gradient, updated),
  };
}

/**
 * Makes one step and disposes of the learner.
 * @param isFed whether the decoder is fed the truth; <sos> it is fed in any case
 */
function oneStep(
  learner: Learner,
  isFed: boolean,
  how: UpdateRule,
): LearnerState & { readonly loss: number } {
  try {
    const truthFed = Array.from(BATCH.targetIn, (_, i) => isFed || i % BATCH.targetLength === 0);
    learner.step({ batch: BATCH, truthFed, masks: noMasks }, how);
    const [loss = Number.NaN] = learner.takeLosses();
    return { loss, ...learner.save() };
  } finally {
    learner.dispose();
  }
}

/** Mean loss of the batch by the reference, the truth fed or the model's own answers. flat [P] */
function referenceBatchLoss(shape: ModelShape, flat: readonly number[], isFed: boolean): number {
  const p = referenceParameters(shape, flat);
  let total = 0;
  for (let row = 0; row < BATCH.size; row++) {
    const cut = (ids: Int32Array, width: number, length: number): number[] =>
      Array.from(ids.slice(row * width, row * width + length));
    const length = BATCH.targetLengths[row] ?? 0;
    const source = cut(BATCH.source, BATCH.sourceLength, BATCH.sourceLengths[row] ?? 0);
    const truth = cut(BATCH.targetIn, BATCH.targetLength, length);
    total += referenceLoss(p, shape, {
      source,
      inputs: isFed ? truth : [SOS, ...referenceGreedy(p, shape, source, length - 1)],
      targets: cut(BATCH.targetOut, BATCH.targetLength, length),
    });
  }
  return total / BATCH.targetLengths.reduce((a, b) => a + b, 0);
}

/**
 * How far the update is from Adam's first step on the clipped gradient, as a share of the learning rate. With both
 * moments started at zero that step is lr g / (|g| + eps).
 */
function firstStepError(
  before: readonly number[],
  gradient: readonly number[],
  after: readonly number[],
): number {
  const length = Math.hypot(...gradient);
  const errors = before.map((x, i) => {
    const g = (gradient[i] ?? 0) * Math.min(1, CLIP / length);
    return Math.abs((after[i] ?? Number.NaN) - (x - (RATE * g) / (Math.abs(g) + 1e-8))) / RATE;
  });
  return errors.reduce((worst, error) => Math.max(worst, error), 0); // NaN stays
}

function relativeError(value: number, reference: number): number {
  return Math.abs(value - reference) / Math.max(Math.abs(reference), 1e-6);
}
