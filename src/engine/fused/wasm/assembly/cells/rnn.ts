/**
 * The tanh recurrent network (Elman 1990); x is W_ih x + b_ih, u is W_hh h + b_hh, d... is the gradient of a quantity.
 * [B, H] each, mask [B, 1]
 */
import { doubled, tanh, tanhSlopeFrom } from "../activations";
import { isPadding, rowAt } from "../vector";

/** h' = tanh(x + u); h at padding */
export function rnnStep(
  x: usize, xStride: usize, u: usize, uStride: usize, h: usize, hStride: usize,
  mask: usize, maskStride: usize, next: usize, B: i32, H: i32,
): void {
  const row = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const to = rowAt(next, <usize>H, b);
    if (isPadding(mask, maskStride, b)) {
      memory.copy(to, rowAt(h, hStride, b), row);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(to + at, tanh(f32x4.add(v128.load(p + at), v128.load(q + at))));
    }
  }
}

/** dx = du = dh' (1 - h'^2); 0 at padding */
export function rnnGradient(
  x: usize, xStride: usize, u: usize, uStride: usize, dNext: usize, dNextStride: usize,
  mask: usize, maskStride: usize, dx: usize, B: i32, H: i32,
): void {
  const row = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const to = rowAt(dx, <usize>H, b);
    if (isPadding(mask, maskStride, b)) {
      memory.fill(to, 0, row);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    const d = rowAt(dNext, dNextStride, b);
    for (let at: usize = 0; at < row; at += 16) {
      const e = doubled(f32x4.add(v128.load(p + at), v128.load(q + at)));
      v128.store(to + at, f32x4.mul(v128.load(d + at), tanhSlopeFrom(e)));
    }
  }
}
