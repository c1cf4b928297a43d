/**
 * softmax over s of e_s = v . tanh(q + k_s), 0 where the mask is 0.
 * query q [B, H], keys k [S B, H], v [1, H], mask [B, S] -> [B, S]; tanh(q + k_s) -> inner [S B, H], if it is not 0
 */
import { tanh } from "../activations";
import { firstOf, madd, rowAt, sumOf } from "../vector";
import { maskedSoftmax } from "./softmax";

export function additiveWeights(
  query: usize, queryStride: usize, keys: usize, keyStride: usize, v: usize, _: usize,
  mask: usize, maskStride: usize, inner: usize, innerStride: usize, y: usize, B: i32, S: i32, H: i32,
): void {
  for (let s = 0; s < S; s++) {
    for (let b = 0; b < B; b++) {
      if (load<f32>(rowAt(mask + <usize>s, maskStride, b)) == 0) continue;
      const q = rowAt(query, queryStride, b);
      const k = rowAt(keys, keyStride, s * B + b);
      const to: usize = inner == 0 ? <usize>0 : rowAt(inner, innerStride, s * B + b);
      store<f32>(rowAt(y + <usize>s, <usize>S, b), to == 0 ? scoreOf(q, k, v << 2, H) : keptScoreOf(q, k, v << 2, H, to));
    }
  }
  maskedSoftmax(y, mask, maskStride, B, S);
}

/** v . tanh(q + k) */
// @ts-ignore: decorator
@inline
function scoreOf(q: usize, k: usize, v: usize, H: i32): f32 {
  let sum = f32x4.splat(0);
  let at: usize = 0;
  for (const end = <usize>(H & ~3) << 2; at < end; at += 16) {
    const y = tanh(f32x4.add(v128.load(q + at), v128.load(k + at)));
    sum = madd(v128.load(v + at), y, sum);
  }
  if (H & 3) {
    const y = tanh(f32x4.add(v128.load(q + at), v128.load(k + at)));
    sum = f32x4.add(sum, firstOf(f32x4.mul(v128.load(v + at), y), H & 3));
  }
  return sumOf(sum);
}

/** The same; also stores tanh(q + k). The next row overwrites what exceeds the end. */
// @ts-ignore: decorator
@inline
function keptScoreOf(q: usize, k: usize, v: usize, H: i32, to: usize): f32 {
  let sum = f32x4.splat(0);
  let at: usize = 0;
  for (const end = <usize>(H & ~3) << 2; at < end; at += 16) {
    const y = tanh(f32x4.add(v128.load(q + at), v128.load(k + at)));
    v128.store(to + at, y);
    sum = madd(v128.load(v + at), y, sum);
  }
  if (H & 3) {
    const y = tanh(f32x4.add(v128.load(q + at), v128.load(k + at)));
    v128.store(to + at, y);
    sum = f32x4.add(sum, firstOf(f32x4.mul(v128.load(v + at), y), H & 3));
  }
  return sumOf(sum);
}
