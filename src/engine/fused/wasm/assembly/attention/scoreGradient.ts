/**
 * From the context's gradient to the scores', through the weighted sum and the softmax.
 * a_s  = dc . h_s
 * de_s = w_s (a_s - sum over r of w_r a_r)
 * weights w [B, S], dContext dc [B, K], values h [S B, K] -> [B, S]
 */
import { rowAt } from "../vector";
import { dot } from "./dot";

export function scoreGradient(
  weights: usize, weightStride: usize, dContext: usize, dContextStride: usize,
  values: usize, valueStride: usize, y: usize, B: i32, S: i32, K: i32,
): void {
  for (let s = 0; s < S; s++) {
    for (let b = 0; b < B; b++) {
      const w = load<f32>(rowAt(weights + <usize>s, weightStride, b));
      let a: f32 = 0;
      if (w != 0) a = dot(rowAt(dContext, dContextStride, b), rowAt(values, valueStride, s * B + b), K);
      store<f32>(rowAt(y + <usize>s, <usize>S, b), a);
    }
  }
  for (let b = 0; b < B; b++) throughSoftmax(rowAt(weights, weightStride, b), rowAt(y, <usize>S, b), S);
}

/** a = w (a - w . a), for one pair */
// @ts-ignore: decorator
@inline
function throughSoftmax(w: usize, a: usize, S: i32): void {
  const row = <usize>S << 2;
  let mean: f32 = 0;
  for (let at: usize = 0; at < row; at += 4) mean += load<f32>(w + at) * load<f32>(a + at);
  for (let at: usize = 0; at < row; at += 4) {
    store<f32>(a + at, load<f32>(w + at) * (load<f32>(a + at) - mean));
  }
}
