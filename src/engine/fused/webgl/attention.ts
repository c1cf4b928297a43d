/** Attention over source positions: the forward pass. Keys and values: row (s, b) is s B + b. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { eachOfFour, type Program } from "./program";

const ADDITIVE_SCORES = {
  matrices: ["query", "keys", "v"],
  sizes: ["B", "H"],
  code: `
    float score(int b, int s) {
      float sum = 0.0;
      for (int h = 0; h < H; h += 4)
        sum += sumUpTo(H - h, v4(0, h) * squash(query4(b, h) + keys4(s * B + b, h)));
      return sum;
    }
    ${eachOfFour("score")}`,
} as const satisfies Program<string, string>;

const DOT_SCORES = {
  matrices: ["query", "keys"],
  sizes: ["B", "H"],
  code: `
    float score(int b, int s) {
      float sum = 0.0;
      for (int h = 0; h < H; h += 4) sum += sumUpTo(H - h, query4(b, h) * keys4(s * B + b, h));
      return sum;
    }
    ${eachOfFour("score")}`,
} as const satisfies Program<string, string>;

const SOFTMAX = {
  matrices: ["scores", "real"],
  sizes: ["S"],
  code: `
    vec4 values(int b, int s) {
      float largest = -1e38;
      for (int i = 0; i < S; i++)
        if (real(b, i) > 0.5) largest = max(largest, scores(b, i));
      float sum = 0.0;
      for (int i = 0; i < S; i++)
        if (real(b, i) > 0.5) sum += exp(scores(b, i) - largest);
      return mix(vec4(0.0), exp(scores4(b, s) - largest) / sum, greaterThan(real4(b, s), vec4(0.5)));
    }`,
} as const satisfies Program<string, string>;

const WEIGHTED_SUM = {
  matrices: ["weights", "states"],
  sizes: ["B", "S"],
  code: `
    vec4 values(int b, int k) {
      vec4 sum = vec4(0.0);
      for (int s = 0; s < S; s++) sum += weights(b, s) * states4(s * B + b, k);
      return sum;
    }`,
} as const satisfies Program<string, string>;

/** a_s = softmax over s of sum over h of v_h tanh(q_h + k_sh). [B, H] [S B, H] -> [B, S] */
export const additiveWeights =
  (gpu: Gpu): Ops["additiveWeights"] =>
  ({ query, keys, v }, mask) => {
    const sizes = { B: query.rows, H: query.cols };
    const scores = gpu.run(ADDITIVE_SCORES, { query, keys, v }, sizes, [mask.rows, mask.cols]);
    return softmax(gpu, scores, mask);
  };

/** a_s = softmax over s of q . k_s. [B, H] [S B, H] -> [B, S] */
export const dotWeights =
  (gpu: Gpu): Ops["dotWeights"] =>
  (query, keys, mask) => {
    const sizes = { B: query.rows, H: query.cols };
    const scores = gpu.run(DOT_SCORES, { query, keys }, sizes, [mask.rows, mask.cols]);
    return softmax(gpu, scores, mask);
  };

/** exp(e_s) / sum over r of exp(e_r) over real tokens, 0 at padding. [B, S] each */
function softmax(gpu: Gpu, scores: Matrix, mask: Matrix): Matrix {
  const [B, S] = [mask.rows, mask.cols];
  return gpu.run(SOFTMAX, { scores, real: mask }, { S }, [B, S]);
}

/** c = sum over s of w_s x_s. [B, S] [S B, K] -> [B, K] */
export const weightedSum =
  (gpu: Gpu): Ops["weightedSum"] =>
  (weights, values) => {
    const sizes = { B: weights.rows, S: weights.cols };
    return gpu.run(WEIGHTED_SUM, { weights, states: values }, sizes, [weights.rows, values.cols]);
  };
