/**
 * exp, sigmoid and tanh of four numbers, to about float32's accuracy. NaN stays NaN.
 *
 * exp and sigmoid come from e^x = 2^n e^r, n = round(x / ln 2), r = x - n ln 2 in [-ln 2 / 2, ln 2 / 2]. There e^r - 1 is
 * r + r^2 q(r), where q, of degree 4, is the minimax polynomial for the relative error, 1.8e-8.
 * tanh is x P(x^2) / Q(x^2), both of degree 4, again minimax for the relative error, 4e-8 on [-9.02, 9.02]. All their
 * coefficients are positive, so nothing cancels, and near 0 the accuracy is relative.
 */
import {
  constant, DOUBLED, LARGEST, LN_2_LOWER, LN_2_UPPER, LOG2_E, ONE, Q0, ROUNDER, SATURATED, SMALLEST, TANH_P,
  TANH_Q, TWO,
} from "./constants";
import { madd, nmadd } from "./vector";

/** round(x / ln 2) + ROUNDER */
// @ts-ignore: decorator
@inline
function powerOf(x: v128): v128 {
  return madd(x, constant(LOG2_E), constant(ROUNDER));
}

/** 2^n: the last bits of n + ROUNDER, shifted to the exponent and added to the bits of 1 */
// @ts-ignore: decorator
@inline
function twoTo(rounded: v128): v128 {
  return i32x4.add(i32x4.shl(rounded, 23), constant(ONE));
}

/** e^r - 1 with r = x - n ln 2 */
// @ts-ignore: decorator
@inline
function restOf(x: v128, rounded: v128): v128 {
  const n = f32x4.sub(rounded, constant(ROUNDER));
  const r = nmadd(n, constant(LN_2_LOWER), nmadd(n, constant(LN_2_UPPER), x));
  let q = madd(constant(Q0 + 4), r, constant(Q0 + 3));
  q = madd(q, r, constant(Q0 + 2));
  q = madd(q, r, constant(Q0 + 1));
  q = madd(q, r, constant(Q0));
  return madd(f32x4.mul(r, r), q, r); // r + r^2 q(r)
}

/** e^x; x is clamped to [-87, 88]. pmin and pmax keep NaN, because every comparison with it is false. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const from = f32x4.pmax(f32x4.pmin(x, constant(LARGEST)), constant(SMALLEST));
  const rounded = powerOf(from);
  const power = twoTo(rounded);
  return madd(power, restOf(from, rounded), power);
}

/** 1 / (1 + e^-x) */
// @ts-ignore: decorator
@inline
export function sigmoid(x: v128): v128 {
  return sigmoidFrom(exp(f32x4.neg(x)));
}

/** y = sigmoid(x) from e^-x */
// @ts-ignore: decorator
@inline
export function sigmoidFrom(power: v128): v128 {
  return f32x4.div(constant(ONE), f32x4.add(constant(ONE), power));
}

/** x P(x^2) / Q(x^2), clamped to [-1, 1] */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const limit = constant(SATURATED);
  const one = constant(ONE);
  const from = f32x4.pmax(f32x4.pmin(x, limit), f32x4.neg(limit));
  const z = f32x4.mul(from, from);
  let p = madd(constant(TANH_P + 3), z, constant(TANH_P + 2));
  let q = madd(constant(TANH_Q + 3), z, constant(TANH_Q + 2));
  p = madd(p, z, constant(TANH_P + 1));
  q = madd(q, z, constant(TANH_Q + 1));
  p = madd(p, z, constant(TANH_P));
  q = madd(q, z, constant(TANH_Q));
  p = madd(p, z, one);
  q = madd(q, z, one);
  const y = f32x4.div(f32x4.mul(from, p), q);
  return f32x4.pmax(f32x4.pmin(y, one), f32x4.neg(one));
}

/**
 * 1 - y^2, the slope of y = tanh(x), with an absolute error up to 6e-7 for every x. The additive score's gradients use
 * it: they sum slopes over positions, where the error of a small slope is negligible. `tanhSlopeFrom` has a relative
 * error of 3e-7, but made them 38 % slower, 3 % of a training step at H = 64.
 */
// @ts-ignore: decorator
@inline
export function tanhSlope(y: v128): v128 {
  return nmadd(y, y, constant(ONE));
}

/** e^2|x| - 1, from which a cell's gradient computes tanh and its slope: for y near 1, 1 - y^2 is only rounding error */
// @ts-ignore: decorator
@inline
export function doubled(x: v128): v128 {
  const size = f32x4.pmin(f32x4.abs(x), constant(DOUBLED));
  const twice = f32x4.add(size, size);
  const rounded = powerOf(twice);
  const power = twoTo(rounded);
  return madd(power, restOf(twice, rounded), f32x4.sub(power, constant(ONE)));
}

/** tanh(x) = e / (e + 2) with the sign of x, where e = e^2|x| - 1 */
// @ts-ignore: decorator
@inline
export function tanhFrom(e: v128, x: v128): v128 {
  const sign = v128.and(x, f32x4.splat(-0.0));
  return v128.or(f32x4.div(e, f32x4.add(e, constant(TWO))), sign);
}

/** tanh'(x) = 4 (e + 1) / (e + 2)^2, where e = e^2|x| - 1 */
// @ts-ignore: decorator
@inline
export function tanhSlopeFrom(e: v128): v128 {
  const share = f32x4.div(constant(TWO), f32x4.add(e, constant(TWO)));
  return f32x4.mul(f32x4.mul(f32x4.add(e, constant(ONE)), share), share);
}
