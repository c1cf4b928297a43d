/**
 * The self-test of an arithmetic: compares one step of a tiny model with central differences of the reference in
 * double precision. The app does not use an arithmetic that fails.
 */
import { initialParameters, parameterCount } from "./setup/learnedParameters";
import { NO_DROPOUT } from "./training/dropoutMasks";
import { DEFAULT_CONFIG, type NetworkKind } from "./setup/config";
import { type ModelShape, modelShape } from "./setup/modelShape";
import { referenceParameters } from "./reference/parameters";
import { referenceGreedy, referenceLoss } from "./reference/seq2seq";
import { transformerGreedy, transformerLoss } from "./reference/transformer/transformer";
import { createRandom } from "./rng";
import { shapesFrom } from "./selfTestShapes";
import { EOS, SOS } from "./text/tokens";
import type { Batch } from "./batch";
import type { Arithmetic, Learner, LearnerState, UpdateRule } from "./training/learner";

/** The kind of model that the page starts with. */
const FIRST_SHAPE: ModelShape = {
  network: "recurrent",
  heads: "2",
  positions: "sinusoidal",
  cell: "gru",
  layers: 1,
  decoderLayers: "same",
  direction: "unidirectional",
  sourceOrder: "forward",
  tokenInput: "learned",
  attention: "additive",
  timing: "bahdanau",
  inputFeeding: "off",
  hiddenSize: 20, // three gates together are wider than any kernel's block
  embeddingSize: 12,
  sourceTokens: 9,
  targetTokens: 8,
};

/** Models that together use every option: every score function, cell, timing and direction. */
export const ALL_SHAPES: readonly ModelShape[] = shapesFrom(FIRST_SHAPE, {
  hiddenSize: 6,
  embeddingSize: 4,
});

/** A small Transformer. The tensor library computes it with operations that no recurrent model uses. */
export const TRANSFORMER_SHAPE: ModelShape = modelShape(
  { ...DEFAULT_CONFIG, network: "transformer", hiddenSize: 8, positions: "learned" },
  FIRST_SHAPE.sourceTokens,
  FIRST_SHAPE.targetTokens,
);

/** The models that a backend of the tensor library must compute. */
export const TENSOR_SHAPES: readonly ModelShape[] = [FIRST_SHAPE, TRANSFORMER_SHAPE];

const REFERENCES = {
  recurrent: { loss: referenceLoss, greedy: referenceGreedy },
  transformer: { loss: transformerLoss, greedy: transformerGreedy },
} as const satisfies Record<NetworkKind, object>;

// Two pairs of unequal length, so that masking is tested. The targets differ from the models' own answers, so that a
// wrong choice of the decoder's inputs changes the loss.
const BATCH: Batch = {
  size: 2,
  sourceLength: 4,
  targetLength: 3,
  source: Int32Array.of(5, 8, 4, EOS, 7, EOS, 0, 0),
  targetIn: Int32Array.of(SOS, 7, 5, SOS, 7, 0),
  targetOut: Int32Array.of(7, 5, EOS, 7, EOS, 0),
  sourceLengths: [4, 2],
  targetLengths: [3, 2],
};

const WIDER = 3; // fresh weights attend almost uniformly, with a gradient too small to test
/** For each pair whether the decoder is fed the truth, or else its own answers. */
type Fed = readonly [boolean, boolean];
const ALL_FED: Fed = [true, true];
const ONE_FED: Fed = [false, true];

const DIRECTIONS = 4;
const STEP = 1e-5; // of the central difference
const CLIP = 0.1; // shorter than the gradient, so that clipping has an effect
const RATE = 0.01;
const TOLERANCE = 2e-3; // relative; float32 reaches 1e-5, float16 does not reach 1e-2

/** No clipping and no update: a tenth of the gradient is left in Adam's mean. */
const GRADIENT_ONLY: UpdateRule = { clipNorm: 1e30, learningRate: 0 };
const CLIPPED: UpdateRule = { clipNorm: CLIP, learningRate: RATE };
/** Adam's state changes and the parameters do not, so that the next step has the same gradient. */
const CLIPPED_ONLY: UpdateRule = { clipNorm: CLIP, learningRate: 0 };
const MEAN_SHARE = 0.1; // 1 - b1

/** The largest relative errors; the test passes if all are at most `TOLERANCE`. */
export interface SelfTestResult extends Errors {
  readonly passed: boolean;
}

interface Errors {
  readonly lossError: number;
  readonly freeLossError: number; // with one of the pairs fed the model's own answers
  readonly gradientError: number;
  readonly updateError: number; // of the clipped first and second step of Adam
}

/**
 * Tests an arithmetic on the current backend.
 * @returns the largest errors over these models
 * @throws possibly on a broken device, never for a wrong result
 */
export async function testArithmetic(
  arithmetic: Arithmetic,
  shapes: readonly ModelShape[] = [FIRST_SHAPE],
): Promise<SelfTestResult> {
  const found = await Promise.all(shapes.map((shape) => testModel(arithmetic, shape)));
  const worst = (name: keyof Errors): number =>
    found.reduce((largest, errors) => Math.max(largest, errors[name]), 0); // NaN stays
  const errors: Errors = {
    lossError: worst("lossError"),
    freeLossError: worst("freeLossError"),
    gradientError: worst("gradientError"),
    updateError: worst("updateError"),
  };
  // NaN fails every comparison.
  return { passed: Object.values(errors).every((error) => error <= TOLERANCE), ...errors };
}

async function testModel(arithmetic: Arithmetic, shape: ModelShape): Promise<Errors> {
  const random = createRandom(7, "self-test");
  const parameters = initialParameters(shape, random).map((x) => WIDER * x);
  const flat = Array.from(parameters);
  const steps = (areFed: Fed, ...rules: readonly UpdateRule[]) =>
    makeSteps(arithmetic.learner(shape, { parameters }), areFed, rules);
  const reference = (at: readonly number[], areFed = ALL_FED): number =>
    referenceBatchLoss(shape, at, areFed);
  const [first, sampled, ...updated] = await Promise.all([
    steps(ALL_FED, GRADIENT_ONLY),
    steps(ONE_FED, GRADIENT_ONLY),
    steps(ALL_FED, CLIPPED),
    steps(ALL_FED, CLIPPED_ONLY, CLIPPED),
  ]);
  const { loss, moments } = first;
  const gradient = Array.from(moments.mean, (m) => m / MEAN_SHARE);
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
    freeLossError: relativeError(sampled.loss, reference(flat, ONE_FED)),
    gradientError,
    updateError: Math.max(...updated.map((after) => updateError(flat, gradient, after.parameters))),
  };
}

/** Makes one step for each rule and disposes of the learner; the loss is that of the first step. */
async function makeSteps(
  learner: Learner,
  areFed: Fed,
  rules: readonly UpdateRule[],
): Promise<LearnerState & { readonly loss: number }> {
  const T = BATCH.targetLength;
  const truthFed = Array.from(
    BATCH.targetIn,
    (_, i) => i % T === 0 || areFed[Math.floor(i / T)] === true,
  );
  try {
    const example = { batch: BATCH, truthFed, dropout: NO_DROPOUT };
    for (const rule of rules) await learner.step(example, rule);
    const [[loss = Number.NaN], state] = await Promise.all([learner.takeLosses(), learner.save()]);
    return { loss, ...state };
  } finally {
    learner.dispose();
  }
}

/** Mean loss of the batch by the reference. flat [P] */
function referenceBatchLoss(shape: ModelShape, flat: readonly number[], areFed: Fed): number {
  const p = referenceParameters(shape, flat);
  const reference = REFERENCES[shape.network];
  let total = 0;
  for (let row = 0; row < BATCH.size; row++) {
    const cut = (ids: Int32Array, width: number, length: number): number[] =>
      Array.from(ids.slice(row * width, row * width + length));
    const length = BATCH.targetLengths[row] ?? 0;
    const source = cut(BATCH.source, BATCH.sourceLength, BATCH.sourceLengths[row] ?? 0);
    const truth = cut(BATCH.targetIn, BATCH.targetLength, length);
    total += reference.loss(p, shape, {
      source,
      inputs: areFed[row] ? truth : [SOS, ...reference.greedy(p, shape, source, length - 1)],
      targets: cut(BATCH.targetOut, BATCH.targetLength, length),
    });
  }
  return total / BATCH.targetLengths.reduce((a, b) => a + b, 0);
}

/**
 * The largest deviation from Adam's update with the clipped gradient, as a share of the learning rate. From zero
 * moments, the first step is lr g / (|g| + eps), and so is every later step with the same gradient.
 */
function updateError(
  before: readonly number[],
  gradient: readonly number[],
  after: Float32Array,
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
