/** y = a where the mask is 1, b where it is 0. [N, O] each */
import { rowAt } from "./vector";

export function select(
  mask: usize, maskStride: usize, a: usize, aStride: usize, b: usize, bStride: usize,
  y: usize, N: i32, O: i32,
): void {
  const zero = f32x4.splat(0);
  for (let n = 0; n < N; n++) {
    const m = rowAt(mask, maskStride, n);
    const p = rowAt(a, aStride, n);
    const q = rowAt(b, bStride, n);
    const to = rowAt(y, <usize>O, n);
    for (let at: usize = 0, end = <usize>O << 2; at < end; at += 16) {
      const chosen = f32x4.ne(v128.load(m + at), zero);
      v128.store(to + at, v128.bitselect(v128.load(p + at), v128.load(q + at), chosen));
    }
  }
}
