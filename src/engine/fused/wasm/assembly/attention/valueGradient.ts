/** dx_s = sum over t of w_ts dc_t. weights w [T B, S], dContexts dc [T B, K] -> [S B, K] */
import { madd, rowAt } from "../vector";

export function valueGradient(
  weights: usize, weightStride: usize, dContexts: usize, dContextStride: usize,
  y: usize, B: i32, S: i32, T: i32, K: i32,
): void {
  const step = (dContextStride * <usize>B) << 2; // bytes between target positions
  const weightStep = (weightStride * <usize>B) << 2;
  for (let s = 0; s < S; s++) {
    for (let b = 0; b < B; b++) {
      for (let k = (K - 1) & ~7; k >= 0; k -= 8) {
        let lower = f32x4.splat(0);
        let upper = lower;
        let dc = rowAt(dContexts + <usize>k, dContextStride, b);
        let w = rowAt(weights + <usize>s, weightStride, b);
        for (let t = 0; t < T; t++, dc += step, w += weightStep) {
          if (load<f32>(w) == 0) continue; // padding
          const share = v128.load32_splat(w);
          lower = madd(share, v128.load(dc), lower);
          upper = madd(share, v128.load(dc, 16), upper);
        }
        const to = rowAt(y + <usize>k, <usize>K, s * B + b);
        v128.store(to, lower), v128.store(to, upper, 16);
      }
    }
  }
}
