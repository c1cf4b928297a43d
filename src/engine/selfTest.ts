/**
 * A backend's self-test: the gradient of a tiny model, computed on the backend, against central differences of the
 * reference in double precision. A backend that computes wrongly must not teach anybody anything.
 */
import { tensor1d } from "@tensorflow/tfjs-core";
import { initialParameters, parameterCount } from "./model/parameters";
import { plainResult } from "./model/scope";
import type { ModelShape } from "./model/shape";
import { referenceLoss, referenceParameters } from "./reference/seq2seq";
import { createRandom } from "./rng";
import { EOS, SOS } from "./tokens";
import type { Batch } from "./training/batch";
import { lossAndGradient } from "./training/trainer";

const SHAPE: ModelShape = {
  attention: "additive",
  timing: "bahdanau",
  hiddenSize: 6,
  embeddingSize: 4,
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
const TOLERANCE = 2e-3; // relative; float32 reaches 1e-5, float16 does not reach 1e-2

/** The largest relative errors found; a backend is fit for use where both are at most `TOLERANCE`. */
export interface SelfTestResult {
  readonly passed: boolean;
  readonly lossError: number;
  readonly gradientError: number;
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
  const { loss, gradient } = plainResult(() => {
    const result = lossAndGradient(SHAPE, tensor1d(parameters), BATCH, BATCH.targetIn);
    return { loss: result.loss, gradient: Array.from(result.gradient.dataSync()) };
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
  // NaN fails: it is not at most anything.
  return { passed: lossError <= TOLERANCE && gradientError <= TOLERANCE, lossError, gradientError };
}

function relativeError(value: number, reference: number): number {
  return Math.abs(value - reference) / Math.max(Math.abs(reference), 1e-6);
}
