/** y_s = exp(e_s) / sum over r of exp(e_r) where the mask is 1, 0 where it is 0; in place. e, mask [B, S] */
import { exp } from "../activations";
import { rowAt } from "../vector";

export function maskedSoftmax(e: usize, mask: usize, maskStride: usize, B: i32, S: i32): void {
  const row = <usize>S << 2;
  for (let b = 0; b < B; b++) {
    const scores = rowAt(e, <usize>S, b);
    const real = rowAt(mask, maskStride, b);
    let largest = -f32.MAX_VALUE;
    for (let at: usize = 0; at < row; at += 4) {
      if (load<f32>(real + at) != 0) largest = max(largest, load<f32>(scores + at));
    }
    let sum: f32 = 0;
    for (let at: usize = 0; at < row; at += 4) {
      let power: f32 = 0;
      if (load<f32>(real + at) != 0) {
        power = f32x4.extract_lane(exp(f32x4.splat(load<f32>(scores + at) - largest)), 0);
      }
      store<f32>(scores + at, power);
      sum += power;
    }
    const share: f32 = sum > 0 ? 1 / sum : 0;
    for (let at: usize = 0; at < row; at += 4) store<f32>(scores + at, load<f32>(scores + at) * share);
  }
}
