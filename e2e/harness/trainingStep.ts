/** The training step whose launches are counted: one-layer GRU, additive attention, S = T = 10, V 60. */
import type { Batch } from "../../src/engine/batch";
import { DEFAULT_CONFIG } from "../../src/engine/setup/config";
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import { NO_DROPOUT } from "../../src/engine/training/dropoutMasks";
import { modelShape } from "../../src/engine/setup/modelShape";
import { parameterCount } from "../../src/engine/setup/learnedParameters";
import type { Learner } from "../../src/engine/training/learner";

export interface StepSize {
  readonly batch: number;
  readonly hidden: number;
}

/** @returns the learner, and a function that takes a step */
export function openTrainingStep(
  ops: Ops,
  { batch: B, hidden }: StepSize,
): {
  readonly learner: Learner;
  readonly step: () => Promise<void>;
} {
  const N = 10;
  const sizes = { hiddenSize: hidden, embeddingSize: 64 };
  const shape = modelShape({ ...DEFAULT_CONFIG, ...sizes }, 60, 60);
  const [ids, lengths] = [new Int32Array(B * N).fill(4), Array.from({ length: B }, () => N)];
  const batch: Batch = {
    size: B,
    sourceLength: N,
    targetLength: N,
    sourceLengths: lengths,
    targetLengths: lengths,
    source: ids,
    targetIn: ids,
    targetOut: ids,
  };
  const parameters = new Float32Array(parameterCount(shape));
  const learner = fusedArithmetic(ops).learner(shape, { parameters });
  const truthFed = Array.from({ length: B * N }, () => true);
  return {
    learner,
    step: () =>
      learner.step({ batch, truthFed, dropout: NO_DROPOUT }, { learningRate: 0.01, clipNorm: 1 }),
  };
}
