/** a . b of two rows of H numbers */
import { firstOf, madd, sumOf } from "../vector";

// @ts-ignore: decorator
@inline
export function dot(a: usize, b: usize, H: i32): f32 {
  let even = f32x4.splat(0);
  let odd = even;
  let at: usize = 0;
  const row = <usize>H << 2;
  for (; at + 32 <= row; at += 32) {
    even = madd(v128.load(a + at), v128.load(b + at), even);
    odd = madd(v128.load(a + at, 16), v128.load(b + at, 16), odd);
  }
  for (; at < row; at += 16) {
    const part = f32x4.mul(v128.load(a + at), v128.load(b + at));
    even = f32x4.add(even, firstOf(part, <i32>((row - at) >> 2)));
  }
  return sumOf(f32x4.add(even, odd));
}
