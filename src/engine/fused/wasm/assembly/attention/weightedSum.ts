/** y = sum over s of w_s x_s. weights w [B, S], values x [S B, K] -> [B, K] */
import { madd, rowAt } from "../vector";

export function weightedSum(
  weights: usize, weightStride: usize, values: usize, valueStride: usize,
  y: usize, B: i32, S: i32, K: i32,
): void {
  const step = (valueStride * <usize>B) << 2; // bytes between source positions
  for (let b = 0; b < B; b++) {
    const w = rowAt(weights, weightStride, b);
    // Vectors from the last to the first: the next row overwrites what exceeds the end.
    for (let k = (K - 1) & ~7; k >= 0; k -= 8) {
      let lower = f32x4.splat(0);
      let upper = lower;
      let x = rowAt(values + <usize>k, valueStride, b);
      for (let at: usize = 0, end = <usize>S << 2; at < end; at += 4, x += step) {
        if (load<f32>(w + at) == 0) continue; // padding
        const share = v128.load32_splat(w + at);
        lower = madd(share, v128.load(x), lower);
        upper = madd(share, v128.load(x, 16), upper);
      }
      const to = rowAt(y + <usize>k, <usize>K, b);
      v128.store(to, lower), v128.store(to, upper, 16);
    }
  }
}
