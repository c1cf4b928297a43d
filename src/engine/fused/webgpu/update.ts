/** Clipping and Adam in one run, after the gradient's norm. */
import { adamFactors } from "../adamFactors";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";
import { REDUCTIONS } from "./sums";

const PARTS = 64; // partial sums of squares, one for each thread of a group
const MOST_GROUPS = 4096; // of Adam; for more parameters, threads update several

const SQUARES = {
  matrices: ["squares", "gradient"],
  sizes: ["P"],
  together: ALONE,
  code: `
    ${REDUCTIONS}
    fn work(group: vec3u, thread: u32) {
      var sum = 0.0;
      for (var i = ${ALONE}u * group.x + thread; i < given.P; i += ${ALONE * PARTS}u) {
        sum += gradient(0u, i) * gradient(0u, i);
      }
      sum = sumOf(thread, sum);
      if (thread == 0u) { put_squares(0u, group.x, sum); }
    }`,
} as const satisfies Kernel<string, string>;

const ADAM = {
  matrices: ["parameters", "mean", "variance", "gradient", "squares"],
  sizes: ["P", "threads"],
  factors: ["clipNorm", "keep1", "add1", "keep2", "add2", "rate", "root", "epsilon"],
  together: ALONE,
  code: `
    ${REDUCTIONS}
    fn work(group: vec3u, thread: u32) {
      let norm = sqrt(sumOf(thread, squares(0u, thread)));
      let clip = given.clipNorm / max(norm, given.clipNorm);
      for (var i = ${ALONE}u * group.x + thread; i < given.P; i += given.threads) {
        let g = clip * gradient(0u, i);
        let m = given.keep1 * mean(0u, i) + given.add1 * g;
        let v = given.keep2 * variance(0u, i) + given.add2 * g * g;
        put_mean(0u, i, m);
        put_variance(0u, i, v);
        put_parameters(0u, i, parameters(0u, i) - given.rate * m / (given.root * sqrt(v) + given.epsilon));
      }
    }`,
} as const satisfies Kernel<string, string, string>;

/**
 * g = gradient min(1, clip / ||gradient||), m' = b1 m + (1 - b1) g, v' = b2 v + (1 - b2) g^2,
 * p' = p - rate / (1 - b1^t) m' / (sqrt(v' / (1 - b2^t)) + eps). [1, P] each
 */
export const update =
  (gpu: Gpu): Ops["update"] =>
  ({ parameters, mean, variance }, gradient, settings) => {
    const P = gradient.cols;
    const squares = gpu.memory.dense(1, PARTS);
    gpu.together(SQUARES, { squares, gradient }, { P }, [PARTS]);
    const groups = Math.min(MOST_GROUPS, Math.ceil(P / ALONE));
    const numbers = {
      P,
      threads: ALONE * groups,
      clipNorm: settings.clipNorm,
      ...adamFactors(settings),
    };
    gpu.together(ADAM, { parameters, mean, variance, gradient, squares }, numbers, [groups]);
  };
