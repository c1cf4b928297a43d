/**
 * What all kernels share. A matrix that they read is two arguments, the place of its first number and the distance from
 * row to row, both counted in numbers from the start of memory; of one row the distance is of no use. Results are dense,
 * and are one argument each.
 *
 * Results are written in whole vectors of four, in an order in which whatever runs over the end of a row is overwritten
 * by the row or block that belongs there: rows upwards, the vectors of a row from the last to the first. Behind every
 * matrix the memory has room for what runs over the last row (SLACK in ../memory.ts), which may be read as well.
 */

/** The address of a row. */
// @ts-ignore: decorator
@inline
export function rowAt(matrix: usize, stride: usize, row: i32): usize {
  return (matrix + stride * <usize>row) << 2;
}

/** a b + c, rounded once where the relaxed instructions exist and the processor fuses them. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c - a b */
// @ts-ignore: decorator
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

/** The sum of the four numbers, in pairs. */
// @ts-ignore: decorator
@inline
export function sumOf(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Sets the lanes from `count` on to 0, whatever they hold. */
// @ts-ignore: decorator
@inline
export function firstOf(x: v128, count: i32): v128 {
  return v128.and(x, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

/** The index from which the last vector of a row of `count` numbers begins. */
// @ts-ignore: decorator
@inline
export function lastOf(count: i32): i32 {
  return (count - 1) & ~3;
}

/** Whether a row of the mask [N, 1] is padding. A mask at 0 is none. */
// @ts-ignore: decorator
@inline
export function isPadding(mask: usize, stride: usize, row: i32): bool {
  return mask != 0 && load<f32>(rowAt(mask, stride, row)) == 0;
}
