/**
 * softmax over s of e_s = q . k_s, 0 where the mask is 0.
 * query q [B, H], keys k [S B, H], mask [B, S] -> [B, S]
 */
import { rowAt } from "../vector";
import { dot } from "./dot";
import { maskedSoftmax } from "./softmax";

export function dotWeights(
  query: usize, queryStride: usize, keys: usize, keyStride: usize,
  mask: usize, maskStride: usize, y: usize, B: i32, S: i32, H: i32,
): void {
  for (let s = 0; s < S; s++) {
    for (let b = 0; b < B; b++) {
      if (load<f32>(rowAt(mask + <usize>s, maskStride, b)) == 0) continue;
      const score = dot(rowAt(query, queryStride, b), rowAt(keys, keyStride, s * B + b), H);
      store<f32>(rowAt(y + <usize>s, <usize>S, b), score);
    }
  }
  maskedSoftmax(y, mask, maskStride, B, S);
}
