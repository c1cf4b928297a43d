/** y = a * b. a [N, O]; b [N, O], or one row for all with a stride of 0 -> [N, O] */
import { rowAt } from "./vector";

export function multiply(
  a: usize, aStride: usize, b: usize, bStride: usize, y: usize, N: i32, O: i32,
): void {
  for (let n = 0; n < N; n++) {
    let p = rowAt(a, aStride, n);
    let q = rowAt(b, bStride, n);
    let to = rowAt(y, <usize>O, n);
    for (const end = to + (<usize>O << 2); to < end; p += 16, q += 16, to += 16) {
      v128.store(to, f32x4.mul(v128.load(p), v128.load(q)));
    }
  }
}
