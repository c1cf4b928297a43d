/** The training loss and its gradient. */
import { columnsOf, cutOut } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";
import { columnSums } from "./sums";

/** Of each row: 0 log sum exp of the logits, 1 -log p(target) on a real token, 2 whether it is one. */
const ROWS = {
  matrices: ["logits", "targets", "real"],
  sizes: ["V"],
  code: `
    float value(int n, int c) {
      if (c == 2) return real(n, 0);
      float largest = logits(n, 0);
      for (int v = 1; v < V; v++) largest = max(largest, logits(n, v));
      float sum = 0.0;
      for (int v = 0; v < V; v++) sum += exp(logits(n, v) - largest);
      if (c == 0) return largest + log(sum);
      return real(n, 0) * (largest - logits(n, int(targets(n, 0))) + log(sum));
    }`,
} as const satisfies Program<string, string>;

/** The gradient row by row, and behind it the loss. */
const RESULT = {
  matrices: ["logits", "targets", "rows", "totals"],
  sizes: ["N", "V"],
  code: `
    float value(int r, int i) {
      if (i == N * V) return totals(0, 0) / totals(0, 1);
      int n = i / V;
      int v = i - n * V;
      float p = exp(logits(n, v) - rows(n, 0));
      return (p - (int(targets(n, 0)) == v ? 1.0 : 0.0)) * rows(n, 2) / totals(0, 1);
    }`,
} as const satisfies Program<string, string>;

/**
 * loss = sum over n of -mask_n log p_n(target_n) / sum(mask), p = softmax(logits),
 * dlogits_nv = (p_nv - onehot_nv) mask_n / sum(mask). [N, V] -> [1, 1] and [N, V]
 */
export const crossEntropy =
  (gpu: Gpu): Ops["crossEntropy"] =>
  (logits, targets, mask) => {
    const [N, V] = [logits.rows, logits.cols];
    const rows = gpu.run(ROWS, { logits, targets, real: mask }, { V }, [N, 3]);
    const totals = columnSums(gpu, columnsOf(rows, 1, 2)); // [1, 2]
    const matrices = { logits, targets, rows, totals };
    const all = gpu.run(RESULT, matrices, { N, V }, [1, N * V + 1]);
    return { loss: cutOut(all, N * V, [1, 1]), dLogits: cutOut(all, 0, [N, V]) };
  };
