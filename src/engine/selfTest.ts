/**
 * A backend's self-test: the gradient of a tiny model, computed on the backend, against central differences of the
 * reference in double precision. A backend that computes wrongly must not teach anybody anything.
 */
import { type Tensor1D, tensor1d } from "@tensorflow/tfjs-core";
import { initialParameters, parameterCount } from "./parameters";
import { plainResult } from "./model/scope";
import type { ModelShape } from "./modelShape";
import { referenceParameters } from "./reference/parameters";
import { referenceLoss } from "./reference/seq2seq";
import { createRandom } from "./rng";
import { EOS, SOS } from "./tokens";
import { adamUpdate, clipByNorm, startAdam } from "./training/adam";
import type { Batch } from "./batch";
import { lossAndGradient } from "./training/trainer";

const SHAPE: ModelShape = {
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

/** The largest relative errors found; a backend is fit for use where all are at most `TOLERANCE`. */
export interface SelfTestResult {
  readonly passed: boolean;
  readonly lossError: number;
  readonly gradientError: number;
  readonly updateError: number; // of the clipped first step of Adam
}

/** Mean loss of the batch by the reference. flat [P] */
function referenceBatchLoss(flat: readonly number[]): number {
  const p = referenceParameters(SHAPE, flat);
  let total = 0;
  for (let row = 0; row < BATCH.size; row++) {
    const cut = (ids: Int32Array, width: number, length: number): number[] =>
      Array.from(ids.slice(row * width, row * width + length));
    const length = BATCH.targetLengths[row] ?? 0;
    total += referenceLoss(p, SHAPE, {
      source: cut(BATCH.source, BATCH.sourceLength, BATCH.sourceLengths[row] ?? 0),
      inputs: cut(BATCH.targetIn, BATCH.targetLength, length),
      targets: cut(BATCH.targetOut, BATCH.targetLength, length),
    });
  }
  return total / BATCH.targetLengths.reduce((a, b) => a + b, 0);
}

/** Tests the backend that tensors live on now. Never throws for a wrong result, may throw for a broken backend. */
export function testBackend(): SelfTestResult {
  const random = createRandom(7, "self-test");
  const parameters = initialParameters(SHAPE, random);
  const { loss, gradient, updated } = plainResult(() => {
    const theta = tensor1d(parameters);
    const result = lossAndGradient(SHAPE, theta, { batch: BATCH, inputs: BATCH.targetIn });
    const clipped = clipByNorm(result.gradient, CLIP);
    const next = adamUpdate(theta, clipped, startAdam(parameters.length), RATE).parameters;
    return { loss: result.loss, gradient: read(result.gradient), updated: read(next) };
  });
  const flat = Array.from(parameters);
  const lossError = relativeError(loss, referenceBatchLoss(flat));
  let gradientError = 0;
  for (let i = 0; i < DIRECTIONS; i++) {
    const direction = Array.from({ length: parameterCount(SHAPE) }, () => 2 * random.next() - 1);
    const along = (sign: number): number =>
      referenceBatchLoss(flat.map((x, j) => x + sign * STEP * (direction[j] ?? 0)));
    const slope = (along(1) - along(-1)) / (2 * STEP);
    const ours = gradient.reduce((sum, g, j) => sum + g * (direction[j] ?? 0), 0);
    gradientError = Math.max(gradientError, relativeError(ours, slope));
  }
  const updateError = firstStepError(flat, gradient, updated);
  // NaN fails: it is not at most anything.
  const passed = [lossError, gradientError, updateError].every((error) => error <= TOLERANCE);
  return { passed, lossError, gradientError, updateError };
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

function read(tensor: Tensor1D): number[] {
  return Array.from(tensor.dataSync());
}

function relativeError(value: number, reference: number): number {
  return Math.abs(value - reference) / Math.max(Math.abs(reference), 1e-6);
}
