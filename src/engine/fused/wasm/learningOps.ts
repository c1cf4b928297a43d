/** The loss with its gradient, and the update. */
import { adamFactors } from "../adamFactors";
import type { Ops } from "../ops";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

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
        throw new Error(`fused, crossEntropy: expected a target below ${V}, got ${target}`);
      }
      return { loss, dLogits };
    },
    update: ({ parameters, mean, variance }, gradient, settings) => {
      for (const m of [parameters, mean, variance]) expectShape("update", m, 1, gradient.cols);
      const norm = run(kernels.norm, [gradient], [gradient.cols]);
      const clip = settings.clipNorm / Math.max(norm, settings.clipNorm);
      const { keep1, add1, keep2, add2, rate, root, epsilon } = adamFactors(settings);
      const factors = [clip, keep1, add1, keep2, add2, rate, root, epsilon];
      run(kernels.update, [parameters, mean, variance, gradient], [gradient.cols, ...factors]);
    },
  };
}
