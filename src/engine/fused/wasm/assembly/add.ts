/** y = a + b. [N, O] each */
import { rowAt } from "./vector";

export function add(
  a: usize, aStride: usize, b: usize, bStride: usize, y: usize, N: i32, O: i32,
): void {
  for (let n = 0; n < N; n++) {
    let p = rowAt(a, aStride, n);
    let q = rowAt(b, bStride, n);
    let to = rowAt(y, <usize>O, n);
    for (const end = to + (<usize>O << 2); to < end; p += 16, q += 16, to += 16) {
      v128.store(to, f32x4.add(v128.load(p), v128.load(q)));
    }
  }
}
