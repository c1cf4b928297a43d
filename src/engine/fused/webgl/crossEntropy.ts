/** The training loss and its gradient. */
import { columnsOf } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";
import { columnSums } from "./sums";

/** For each row: log sum exp of the logits, -log p(target) of a real token, the mask, unused. */
const ROWS = {
  matrices: ["logits", "targets", "real"],
  sizes: ["V"],
  code: `
    vec4 values(int n, int c) {
      vec4 largest = vec4(logits(n, 0)), sum = vec4(0.0);
      for (int v = 0; v < V; v += 4)
        largest = max(largest, mix(largest, logits4(n, v), isWithin(V - v)));
      float most = max(max(largest.x, largest.y), max(largest.z, largest.w));
      for (int v = 0; v < V; v += 4)
        sum += mix(vec4(0.0), exp(logits4(n, v) - most), isWithin(V - v));
      float spread = log(sum.x + sum.y + sum.z + sum.w);
      float lost = most - logits(n, int(targets(n, 0))) + spread;
      return vec4(most + spread, real(n, 0) * lost, real(n, 0), 0.0);
    }`,
} as const satisfies Program<string, string>;

const LOSS = {
  matrices: ["totals"],
  sizes: [],
  code: `vec4 values(int r, int c) { return vec4(totals(0, 0) / totals(0, 1)); }`,
} as const satisfies Program<string>;

const GRADIENT = {
  matrices: ["logits", "targets", "rows", "totals"],
  sizes: [],
  code: `
    vec4 values(int n, int v) {
      vec4 p = exp(logits4(n, v) - rows(n, 0));
      ivec4 token = ivec4(v, v + 1, v + 2, v + 3);
      vec4 target = vec4(equal(token, ivec4(targets(n, 0))));
      return (p - target) * rows(n, 2) / totals(0, 1);
    }`,
} as const satisfies Program<string>;

/**
 * loss = sum over n of -mask_n log p_n(target_n) / sum(mask), p = softmax(logits),
 * dlogits_nv = (p_nv - onehot_nv) mask_n / sum(mask). [N, V] -> [1, 1] and [N, V]
 */
export const crossEntropy =
  (gpu: Gpu): Ops["crossEntropy"] =>
  (logits, targets, mask) => {
    const [N, V] = [logits.rows, logits.cols];
    const rows = gpu.run(ROWS, { logits, targets, real: mask }, { V }, [N, 4]);
    const totals = columnSums(gpu, columnsOf(rows, 1, 2)); // [1, 2]
    return {
      loss: gpu.run(LOSS, { totals }, {}, [1, 1]), // its own texture, so that a kept loss keeps no other numbers
      dLogits: gpu.run(GRADIENT, { logits, targets, rows, totals }, {}, [N, V]),
    };
  };
