/**
 * y_oi = x_io. [I, O] -> [O, I], in tiles of four by four. Four tiles, one below the other, fill a cache line of each row
 * of y, so that no line is fetched again for its next quarter.
 */
import { lastOf, rowAt } from "./vector";

const STRIP: i32 = 16; // rows of x in a cache line of y

export function transpose(x: usize, xStride: usize, y: usize, I: i32, O: i32): void {
  for (let from = (I - 1) & ~(STRIP - 1); from >= 0; from -= STRIP) {
    const last = lastOf(min(from + STRIP, I));
    for (let o = 0; o < O; o += 4) {
      for (let i = last; i >= from; i -= 4) tile(x, xStride, y, I, O, i, o);
    }
  }
}

/** Transposes four rows of x by four columns, from (i, o) on. */
// @ts-ignore: decorator
@inline
function tile(x: usize, xStride: usize, y: usize, I: i32, O: i32, i: i32, o: i32): void {
  const from = x + <usize>o;
  const a = v128.load(rowAt(from, xStride, i));
  const b = v128.load(rowAt(from, xStride, min(i + 1, I - 1)));
  const c = v128.load(rowAt(from, xStride, min(i + 2, I - 1)));
  const d = v128.load(rowAt(from, xStride, min(i + 3, I - 1)));
  const to = rowAt(y + <usize>i, <usize>I, o);
  const yStep = <usize>I << 2;
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5); // a0 b0 a1 b1
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  if (o + 1 < O) v128.store(to + yStep, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  if (o + 2 >= O) return;
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7); // a2 b2 a3 b3
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to + 2 * yStep, v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5));
  if (o + 3 < O) v128.store(to + 3 * yStep, v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7));
}
