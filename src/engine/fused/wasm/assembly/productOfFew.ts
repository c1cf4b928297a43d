/**
 * y = a b + plus, if a has too few rows for packing b (product.ts). a [N, I], b [I, O] -> [N, O]
 *
 * Two rows by sixteen columns of y stay in eight registers during their sums over I.
 */
import { madd, rowAt } from "./vector";

const ROWS: i32 = 2;
const COLS: i32 = 16;

/** @param plus [N, O], or one row for all with a stride of 0; none if 0 */
export function productOfFew(
  a: usize, aStride: usize, b: usize, bStride: usize, plus: usize, plusStride: usize,
  y: usize, N: i32, I: i32, O: i32,
): void {
  const aStep = aStride << 2;
  const bStep = bStride << 2;
  const yStride = <usize>O;
  for (let o = (O - 1) & ~(COLS - 1); o >= 0; o -= COLS) {
    for (let n = 0; n < N; n += ROWS) {
      const next = min(n + 1, N - 1); // an odd last row is computed twice
      const upper = rowAt(y + <usize>o, yStride, n);
      const lower = rowAt(y + <usize>o, yStride, next);
      let u0 = f32x4.splat(0), u1 = u0, u2 = u0, u3 = u0;
      let l0 = u0, l1 = u0, l2 = u0, l3 = u0;
      if (plus != 0) {
        const p = rowAt(plus + <usize>o, plusStride, n);
        u0 = v128.load(p), u1 = v128.load(p, 16), u2 = v128.load(p, 32), u3 = v128.load(p, 48);
        const q = rowAt(plus + <usize>o, plusStride, next);
        l0 = v128.load(q), l1 = v128.load(q, 16), l2 = v128.load(q, 32), l3 = v128.load(q, 48);
      }
      let right = (b + <usize>o) << 2;
      let left = rowAt(a, aStride, n);
      const below = next == n ? <usize>0 : aStep;
      for (const end = left + (<usize>I << 2); left < end; left += 4) {
        const b0 = v128.load(right), b1 = v128.load(right, 16);
        const b2 = v128.load(right, 32), b3 = v128.load(right, 48);
        const p = v128.load32_splat(left);
        u0 = madd(p, b0, u0);
        u1 = madd(p, b1, u1);
        u2 = madd(p, b2, u2);
        u3 = madd(p, b3, u3);
        const q = v128.load32_splat(left + below);
        l0 = madd(q, b0, l0);
        l1 = madd(q, b1, l1);
        l2 = madd(q, b2, l2);
        l3 = madd(q, b3, l3);
        right += bStep;
      }
      v128.store(upper, u0), v128.store(upper, u1, 16), v128.store(upper, u2, 32), v128.store(upper, u3, 48);
      v128.store(lower, l0), v128.store(lower, l1, 16), v128.store(lower, l2, 32), v128.store(lower, l3, 48);
    }
  }
}
