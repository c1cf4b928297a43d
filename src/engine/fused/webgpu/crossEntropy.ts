/** The training loss and its gradient. */
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";
import { REDUCTIONS } from "./sums";

/** WGSL: the number of real tokens. */
const COUNT = `
  fn count(thread: u32) -> f32 {
    var sum = 0.0;
    for (var n = thread; n < given.N; n += 64u) { sum += real(n, 0u); }
    return sumOf(thread, sum);
  }`;

/** A group computes a row of logits: its gradient, and its part of the loss. */
const ROWS = {
  matrices: ["dLogits", "losses", "logits", "targets", "real"],
  sizes: ["N", "V"],
  together: ALONE,
  code: `
    ${REDUCTIONS}
    ${COUNT}
    fn work(group: vec3u, thread: u32) {
      let n = group.x;
      let weight = real(n, 0u);
      var most = -3.4e38;
      for (var v = thread; v < given.V; v += 64u) { most = max(most, logits(n, v)); }
      most = largestOf(thread, most);
      var sum = 0.0;
      for (var v = thread; v < given.V; v += 64u) { sum += exp(logits(n, v) - most); }
      sum = sumOf(thread, sum);
      let share = weight / count(thread);
      let truth = u32(targets(n, 0u));
      for (var v = thread; v < given.V; v += 64u) {
        let p = exp(logits(n, v) - most) / sum;
        put_dLogits(n, v, share * (p - select(0.0, 1.0, v == truth)));
      }
      if (thread == 0u) { put_losses(n, 0u, weight * (most - logits(n, truth) + log(sum))); }
    }`,
} as const satisfies Kernel<string, string>;

const LOSS = {
  matrices: ["loss", "losses", "real"],
  sizes: ["N"],
  together: ALONE,
  code: `
    ${REDUCTIONS}
    ${COUNT}
    fn work(group: vec3u, thread: u32) {
      var sum = 0.0;
      for (var n = thread; n < given.N; n += 64u) { sum += losses(n, 0u); }
      sum = sumOf(thread, sum);
      let tokens = count(thread);
      if (thread == 0u) { put_loss(0u, 0u, sum / tokens); }
    }`,
} as const satisfies Kernel<string, string>;

/**
 * loss = sum over n of -mask_n log p_n(target_n) / sum(mask), p = softmax(logits),
 * dlogits_nv = (p_nv - onehot_nv) mask_n / sum(mask). [N, V] -> [1, 1] and [N, V]
 */
export const crossEntropy =
  (gpu: Gpu): Ops["crossEntropy"] =>
  (logits, targets, mask) => {
    const [N, V] = [logits.rows, logits.cols];
    const [dLogits, losses] = [gpu.memory.dense(N, V), gpu.memory.dense(N, 1)];
    const loss = gpu.memory.dense(1, 1);
    gpu.together(ROWS, { dLogits, losses, logits, targets, real: mask }, { N, V }, [N]);
    gpu.together(LOSS, { loss, losses, real: mask }, { N }, [1]);
    return { loss, dLogits };
  };
