/** The loss with its gradient, and the update. */
import type { Ops } from "../ops";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

const BETA_1 = 0.9; //   Adam's decay rates, as in assembly/update.ts
const BETA_2 = 0.999;

export function learningOps({ kernels, memory }: Machine): Pick<Ops, "crossEntropy" | "update"> {
  return {
    crossEntropy: (logits, targets, mask) => {
      const [N, V] = [logits.rows, logits.cols];
      expectShape("crossEntropy, targets", targets, N, 1);
      expectShape("crossEntropy, mask", mask, N, 1);
      const [loss, dLogits] = [memory.dense(1, 1), memory.dense(N, V)];
      const results = [loss.offset, dLogits.offset, N, V];
      const bad = run(kernels.crossEntropy, [logits, targets, mask], results);
      if (bad >= 0) {
        const target = memory.view()[targets.offset + bad * targets.stride];
        throw new Error(`fused, crossEntropy: target ${target} among ${V}`);
      }
      return { loss, dLogits };
    },
    update: ({ parameters, mean, variance }, gradient, { clipNorm, learningRate, steps }) => {
      for (const m of [parameters, mean, variance]) expectShape("update", m, 1, gradient.cols);
      const norm = run(kernels.norm, [gradient], [gradient.cols]);
      const clip = clipNorm / Math.max(norm, clipNorm);
      const rate = learningRate / (1 - BETA_1 ** steps);
      const correction = 1 / Math.sqrt(1 - BETA_2 ** steps);
      const operands = [parameters, mean, variance, gradient];
      run(kernels.update, operands, [gradient.cols, clip, rate, correction]);
    },
  };
}
