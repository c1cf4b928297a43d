/**
 * What all kernels share. An input matrix is two arguments, its offset and its stride, both counted in numbers; the
 * stride of a single row is ignored. A result is dense, and is one argument, its offset.
 *
 * Results are written in whole vectors of four, which may exceed the end of a row. The order makes sure that the correct
 * numbers overwrite the excess: rows from the first to the last, vectors of a row from the last to the first. After
 * every matrix the memory has SLACK (../memory.ts) for the excess of the last row, which kernels may also read.
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

/** The sum of the four lanes, in pairs. */
// @ts-ignore: decorator
@inline
export function sumOf(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Sets the lanes from `count` on to 0, also if they are NaN. */
// @ts-ignore: decorator
@inline
export function firstOf(x: v128, count: i32): v128 {
  return v128.and(x, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

/** The start index of the last vector in a row of `count` numbers. */
// @ts-ignore: decorator
@inline
export function lastOf(count: i32): i32 {
  return (count - 1) & ~3;
}

/** Whether a row of the mask [N, 1] is padding. A mask of 0 means no padding. */
// @ts-ignore: decorator
@inline
export function isPadding(mask: usize, stride: usize, row: i32): bool {
  return mask != 0 && load<f32>(rowAt(mask, stride, row)) == 0;
}
