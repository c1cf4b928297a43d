/**
 * additiveQueryGradient with the y_s = tanh(q + k_s) that additiveWeights has stored:
 * dq = v sum over s of de_s (1 - y_s^2). dScores de [B, S], inner y [S B, H], v [1, H] -> [B, H]
 */
import { tanhSlope } from "../activations";
import { madd, rowAt } from "../vector";

export function keptQueryGradient(
  dScores: usize, dScoreStride: usize, inner: usize, innerStride: usize, v: usize, _: usize,
  y: usize, B: i32, S: i32, H: i32,
): void {
  const step = (innerStride * <usize>B) << 2; // bytes between source positions
  for (let b = 0; b < B; b++) {
    const de = rowAt(dScores, dScoreStride, b);
    for (let i = (H - 1) & ~7; i >= 0; i -= 8) {
      let sum0 = f32x4.splat(0);
      let sum1 = sum0;
      let from = rowAt(inner + <usize>i, innerStride, b);
      for (let at: usize = 0, end = <usize>S << 2; at < end; at += 4, from += step) {
        if (load<f32>(de + at) == 0) continue; // padding
        const d = v128.load32_splat(de + at);
        sum0 = madd(d, tanhSlope(v128.load(from)), sum0);
        sum1 = madd(d, tanhSlope(v128.load(from, 16)), sum1);
      }
      const factor = (v + <usize>i) << 2;
      const to = rowAt(y + <usize>i, <usize>H, b);
      v128.store(to, f32x4.mul(v128.load(factor), sum0));
      v128.store(to, f32x4.mul(v128.load(factor, 16), sum1), 16);
    }
  }
}
