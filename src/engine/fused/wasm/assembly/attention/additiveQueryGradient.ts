/**
 * dq = v sum over s of de_s (1 - tanh^2(q + k_s)).
 * dScores de [B, S], query q [B, H], keys k [S B, H], v [1, H] -> [B, H]
 */
import { tanh, tanhSlope } from "../activations";
import { madd, rowAt } from "../vector";

export function additiveQueryGradient(
  dScores: usize, dScoreStride: usize, query: usize, queryStride: usize,
  keys: usize, keyStride: usize, v: usize, _: usize, y: usize, B: i32, S: i32, H: i32,
): void {
  const step = (keyStride * <usize>B) << 2; // bytes between source positions
  for (let b = 0; b < B; b++) {
    const de = rowAt(dScores, dScoreStride, b);
    for (let i = (H - 1) & ~7; i >= 0; i -= 8) {
      const q = rowAt(query + <usize>i, queryStride, b);
      const q0 = v128.load(q), q1 = v128.load(q, 16);
      let sum0 = f32x4.splat(0);
      let sum1 = sum0;
      let k = rowAt(keys + <usize>i, keyStride, b);
      for (let at: usize = 0, end = <usize>S << 2; at < end; at += 4, k += step) {
        if (load<f32>(de + at) == 0) continue; // padding
        const d = v128.load32_splat(de + at);
        sum0 = madd(d, tanhSlope(tanh(f32x4.add(q0, v128.load(k)))), sum0);
        sum1 = madd(d, tanhSlope(tanh(f32x4.add(q1, v128.load(k, 16)))), sum1);
      }
      const factor = (v + <usize>i) << 2;
      const to = rowAt(y + <usize>i, <usize>H, b);
      v128.store(to, f32x4.mul(v128.load(factor), sum0));
      v128.store(to, f32x4.mul(v128.load(factor, 16), sum1), 16);
    }
  }
}
