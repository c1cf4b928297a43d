/** The training step whose launches are counted: one-layer GRU, additive attention, B 32, S = T = 10, V 60, H 64. */
import type { Batch } from "../../src/engine/batch";
import { DEFAULT_CONFIG } from "../../src/engine/setup/config";
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import { NO_DROPOUT } from "../../src/engine/training/dropoutMasks";
import { modelShape } from "../../src/engine/setup/modelShape";
import { parameterCount } from "../../src/engine/setup/learnedParameters";
import type { Learner } from "../../src/engine/training/learner";

/** @returns the learner, and a function that takes a step */
export function openTrainingStep(ops: Ops): {
  readonly learner: Learner;
  readonly step: () => Promise<void>;
} {
  const [B, N] = [32, 10];
  const shape = modelShape({ ...DEFAULT_CONFIG, hiddenSize: 64, embeddingSize: 64 }, 60, 60);
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
