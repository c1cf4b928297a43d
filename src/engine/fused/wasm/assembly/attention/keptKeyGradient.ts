/**
 * additiveKeyGradient with the y_ts = tanh(q_t + k_s) that additiveWeights has stored:
 * dk_s = v sum over t of de_ts (1 - y_ts^2)
 * dv   = sum over t, s and the pairs of the batch of de_ts y_ts
 * dScores de [T B, S], inner y [T S B, H], v [1, H] -> dKeys [S B, H], dV [1, H]
 */
import { tanhSlope } from "../activations";
import { madd, rowAt } from "../vector";

export function keptKeyGradient(
  dScores: usize, dScoreStride: usize, inner: usize, innerStride: usize, v: usize, _: usize,
  dKeys: usize, dV: usize, B: i32, S: i32, T: i32, H: i32,
): void {
  memory.fill(dV << 2, 0, <usize>H << 2);
  const step = (innerStride * <usize>(S * B)) << 2; // bytes between target positions
  const dStep = (dScoreStride * <usize>B) << 2;
  for (let s = 0; s < S; s++) {
    for (let b = 0; b < B; b++) {
      const row = s * B + b;
      for (let i = (H - 1) & ~7; i >= 0; i -= 8) {
        const sumV = (dV + <usize>i) << 2;
        let v0 = v128.load(sumV), v1 = v128.load(sumV, 16);
        let sum0 = f32x4.splat(0);
        let sum1 = sum0;
        let from = rowAt(inner + <usize>i, innerStride, row);
        let de = rowAt(dScores + <usize>s, dScoreStride, b);
        for (let t = 0; t < T; t++, from += step, de += dStep) {
          if (load<f32>(de) == 0) continue; // padding
          const d = v128.load32_splat(de);
          const y0 = v128.load(from), y1 = v128.load(from, 16);
          v0 = madd(d, y0, v0);
          v1 = madd(d, y1, v1);
          sum0 = madd(d, tanhSlope(y0), sum0);
          sum1 = madd(d, tanhSlope(y1), sum1);
        }
        v128.store(sumV, v0), v128.store(sumV, v1, 16);
        const factor = (v + <usize>i) << 2;
        const to = rowAt(dKeys + <usize>i, <usize>H, row);
        v128.store(to, f32x4.mul(v128.load(factor), sum0));
        v128.store(to, f32x4.mul(v128.load(factor, 16), sum1), 16);
      }
    }
  }
}
