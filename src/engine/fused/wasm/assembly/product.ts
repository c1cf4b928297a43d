/**
 * y = a b + plus. a [N, I], b [I, O] -> [N, O]
 *
 * Six rows by eight columns of y stay in twelve registers during their sums over I, which leaves three of the sixteen
 * registers of x86 for the operands. More would spill. With fewer, a sum would wait for its previous addition. The
 * eight columns of b are packed without gaps, so that they stay in the fastest cache for all rows of a: by the sums of
 * the first six rows, which hide the work. But if b is not in the second cache, these sums would wait for each row of it;
 * then a loop packs first, whose loads overlap.
 */
import { madd, rowAt } from "./vector";

const COLS: i32 = 8;
const PANEL_STEP: usize = 32; // bytes between the rows of the eight packed columns
const CACHED: i32 = 1 << 17; //  numbers of b that stay in the second cache, 512 KB

/**
 * @param plus [N, O], or one row for all with a stride of 0; none if 0
 * @param panel memory for [I, 8]
 */
export function product(
  a: usize, aStride: usize, b: usize, bStride: usize, plus: usize, plusStride: usize,
  y: usize, N: i32, I: i32, O: i32, panel: usize,
): void {
  const packed = panel << 2;
  const bStep = bStride << 2;
  const yStride = <usize>O;
  const last = N - 1;
  for (let o = (O - 1) & ~(COLS - 1); o >= 0; o -= COLS) {
    const columns = (b + <usize>o) << 2;
    const from = plus == 0 ? <usize>0 : plus + <usize>o;
    const to = y + <usize>o;
    let n = 0;
    if (I * O > CACHED) pack(columns, bStep, packed, I);
    else {
      sixRows(a, aStride, columns, bStep, packed, from, plusStride, to, yStride, n, last, I);
      n += 6;
    }
    for (; needsSix(N - n); n += 6) {
      sixRows(a, aStride, packed, PANEL_STEP, 0, from, plusStride, to, yStride, n, last, I);
    }
    for (; n < N; n += 4) fourRows(a, aStride, packed, from, plusStride, to, yStride, n, last, I);
  }
}

/** Packs eight columns of b. */
function pack(from: usize, step: usize, to: usize, I: i32): void {
  for (const end = to + PANEL_STEP * <usize>I; to < end; to += PANEL_STEP) {
    const b0 = v128.load(from), b1 = v128.load(from, 16);
    v128.store(to, b0), v128.store(to, b1, 16);
    from += step;
  }
}

/** Whether the next rows should be six: seven and eight rows are faster as four and four. */
// @ts-ignore: decorator
@inline
function needsSix(rows: i32): bool {
  return rows > 8 || rows == 6 || rows == 5;
}

/**
 * Six rows of y, from n on; after the last row of a, it is repeated.
 * @param right the columns of b, `step` bytes from row to row
 * @param panel if not 0, the columns are packed into it
 */
// @ts-ignore: decorator
@inline
function sixRows(
  a: usize, aStride: usize, right: usize, step: usize, panel: usize, plus: usize, plusStride: usize,
  y: usize, yStride: usize, n: i32, last: i32, I: i32,
): void {
  const n1 = min(n + 1, last), n2 = min(n + 2, last), n3 = min(n + 3, last);
  const n4 = min(n + 4, last), n5 = min(n + 5, last);
  let a0 = f32x4.splat(0), a1 = a0;
  let b0 = f32x4.splat(0), b1 = b0;
  let c0 = f32x4.splat(0), c1 = c0;
  let d0 = f32x4.splat(0), d1 = d0;
  let e0 = f32x4.splat(0), e1 = e0;
  let f0 = f32x4.splat(0), f1 = f0;
  if (plus != 0) {
    let p: usize;
    p = rowAt(plus, plusStride, n), a0 = v128.load(p), a1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n1), b0 = v128.load(p), b1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n2), c0 = v128.load(p), c1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n3), d0 = v128.load(p), d1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n4), e0 = v128.load(p), e1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n5), f0 = v128.load(p), f1 = v128.load(p, 16);
  }
  let xa = rowAt(a, aStride, n);
  let xb = rowAt(a, aStride, n1);
  let xc = rowAt(a, aStride, n2);
  let xd = rowAt(a, aStride, n3);
  let xe = rowAt(a, aStride, n4);
  let xf = rowAt(a, aStride, n5);
  for (const end = right + step * <usize>I; right < end; right += step) {
    const right0 = v128.load(right), right1 = v128.load(right, 16);
    if (panel != 0) v128.store(panel, right0), v128.store(panel, right1, 16), panel += PANEL_STEP;
    let left: v128;
    left = v128.load32_splat(xa), xa += 4;
    a0 = madd(left, right0, a0), a1 = madd(left, right1, a1);
    left = v128.load32_splat(xb), xb += 4;
    b0 = madd(left, right0, b0), b1 = madd(left, right1, b1);
    left = v128.load32_splat(xc), xc += 4;
    c0 = madd(left, right0, c0), c1 = madd(left, right1, c1);
    left = v128.load32_splat(xd), xd += 4;
    d0 = madd(left, right0, d0), d1 = madd(left, right1, d1);
    left = v128.load32_splat(xe), xe += 4;
    e0 = madd(left, right0, e0), e1 = madd(left, right1, e1);
    left = v128.load32_splat(xf), xf += 4;
    f0 = madd(left, right0, f0), f1 = madd(left, right1, f1);
  }
  let to: usize;
  to = rowAt(y, yStride, n), v128.store(to, a0), v128.store(to, a1, 16);
  to = rowAt(y, yStride, n1), v128.store(to, b0), v128.store(to, b1, 16);
  to = rowAt(y, yStride, n2), v128.store(to, c0), v128.store(to, c1, 16);
  to = rowAt(y, yStride, n3), v128.store(to, d0), v128.store(to, d1, 16);
  to = rowAt(y, yStride, n4), v128.store(to, e0), v128.store(to, e1, 16);
  to = rowAt(y, yStride, n5), v128.store(to, f0), v128.store(to, f1, 16);
}

/** Four rows of y, from packed columns. */
// @ts-ignore: decorator
@inline
function fourRows(
  a: usize, aStride: usize, right: usize, plus: usize, plusStride: usize,
  y: usize, yStride: usize, n: i32, last: i32, I: i32,
): void {
  const n1 = min(n + 1, last), n2 = min(n + 2, last), n3 = min(n + 3, last);
  let a0 = f32x4.splat(0), a1 = a0;
  let b0 = f32x4.splat(0), b1 = b0;
  let c0 = f32x4.splat(0), c1 = c0;
  let d0 = f32x4.splat(0), d1 = d0;
  if (plus != 0) {
    let p: usize;
    p = rowAt(plus, plusStride, n), a0 = v128.load(p), a1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n1), b0 = v128.load(p), b1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n2), c0 = v128.load(p), c1 = v128.load(p, 16);
    p = rowAt(plus, plusStride, n3), d0 = v128.load(p), d1 = v128.load(p, 16);
  }
  let xa = rowAt(a, aStride, n);
  let xb = rowAt(a, aStride, n1);
  let xc = rowAt(a, aStride, n2);
  let xd = rowAt(a, aStride, n3);
  for (const end = right + PANEL_STEP * <usize>I; right < end; right += PANEL_STEP) {
    const right0 = v128.load(right), right1 = v128.load(right, 16);
    let left: v128;
    left = v128.load32_splat(xa), xa += 4;
    a0 = madd(left, right0, a0), a1 = madd(left, right1, a1);
    left = v128.load32_splat(xb), xb += 4;
    b0 = madd(left, right0, b0), b1 = madd(left, right1, b1);
    left = v128.load32_splat(xc), xc += 4;
    c0 = madd(left, right0, c0), c1 = madd(left, right1, c1);
    left = v128.load32_splat(xd), xd += 4;
    d0 = madd(left, right0, d0), d1 = madd(left, right1, d1);
  }
  let to: usize;
  to = rowAt(y, yStride, n), v128.store(to, a0), v128.store(to, a1, 16);
  to = rowAt(y, yStride, n1), v128.store(to, b0), v128.store(to, b1, 16);
  to = rowAt(y, yStride, n2), v128.store(to, c0), v128.store(to, c1, 16);
  to = rowAt(y, yStride, n3), v128.store(to, d0), v128.store(to, d1, 16);
}
