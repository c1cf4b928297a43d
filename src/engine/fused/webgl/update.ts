/** Clipping and Adam in one program, after the gradient's norm. */
import { adamFactors } from "../adamFactors";
import { rowsOf } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";
import { sumOfSquares } from "./sums";
import { blockOf } from "./textures";

/** The result's row 0 is the parameters, 1 the mean, 2 the variance. */
const ADAM = {
  matrices: ["parameters", "mean", "variance", "gradient", "squares"],
  sizes: [],
  factors: ["clipNorm", "keep1", "add1", "keep2", "add2", "rate", "root", "epsilon"],
  code: `
    vec4 values(int r, int i) {
      vec4 g = gradient4(0, i) * (clipNorm / max(sqrt(squares(0, 0)), clipNorm));
      vec4 m = keep1 * mean4(0, i) + add1 * g;
      if (r == 1) return m;
      vec4 v = keep2 * variance4(0, i) + add2 * g * g;
      if (r == 2) return v;
      return parameters4(0, i) - rate * m / (root * sqrt(v) + epsilon);
    }`,
} as const satisfies Program<string, never, string>;

/**
 * g = gradient min(1, clip / ||gradient||), m' = b1 m + (1 - b1) g, v' = b2 v + (1 - b2) g^2,
 * p' = p - rate / (1 - b1^t) m' / (sqrt(v' / (1 - b2^t)) + eps). [1, P] each
 */
export const update =
  (gpu: Gpu): Ops["update"] =>
  (learned, gradient, settings) => {
    const { parameters, mean, variance } = learned;
    const squares = sumOfSquares(gpu, gradient);
    const factors = { ...adamFactors(settings), clipNorm: settings.clipNorm };
    const matrices = { parameters, mean, variance, gradient, squares };
    const all = gpu.run(ADAM, matrices, factors, [3, parameters.cols]);
    for (const _ of [0, 1, 2]) gpu.textures.hold(blockOf(all));
    for (const old of [parameters, mean, variance]) gpu.textures.release(blockOf(old));
    learned.parameters = rowsOf(all, 0, 1);
    learned.mean = rowsOf(all, 1, 1);
    learned.variance = rowsOf(all, 2, 1);
  };
