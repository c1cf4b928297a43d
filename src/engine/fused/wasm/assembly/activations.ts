/**
 * exp, sigmoid and tanh of four numbers, to about float32's accuracy. NaN stays NaN.
 *
 * All three come from e^x - 1 = 2^n (e^r - 1) + (2^n - 1), n = round(x / ln 2), r = x - n ln 2 in [-ln 2 / 2, ln 2 / 2].
 * There e^r - 1 is r + r^2 q(r), where q is the minimax polynomial for the relative error: 1.8e-8 after rounding
 * of its coefficients. Near 0 n is 0 and e^x - 1 keeps its relative accuracy, and so does tanh.
 */
import { madd, nmadd } from "./vector";

const LOG2_E: f32 = 1.4426950408889634;
const LN_2_UPPER: f32 = 0.693359375; // 10 bits, so that n times it is exact
const LN_2_LOWER: f32 = -0.00021219444005469057;
const ROUNDER: f32 = 12582912; // 1.5 2^23: a sum with it has no fraction, and its last bits are the whole number
const ONE_BITS: i32 = 0x3f800000;

const Q0: f32 = 0.4999999701976776;
const Q1: f32 = 0.1666654348373413;
const Q2: f32 = 0.04166720062494278;
const Q3: f32 = 0.008366547524929047;
const Q4: f32 = 0.0013882516650482013;

const LARGEST: f32 = 88; // e^88 is the last whole power within float32, and 2^127 the last power of two
const SMALLEST: f32 = -87; // e^-87 is still a normal number
const SATURATED: f32 = 43; // e^2|x| is then within float32 too, and tanh has long been rounded to 1

/** x within bounds. NaN stays, since nothing is less than it. */
// @ts-ignore: decorator
@inline
function within(x: v128, low: f32, high: f32): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(high)), f32x4.splat(low));
}

/** round(x / ln 2) + ROUNDER */
// @ts-ignore: decorator
@inline
function powerOf(x: v128): v128 {
  return madd(x, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
}

/** 2^n from the last bits of n + ROUNDER */
// @ts-ignore: decorator
@inline
function twoTo(rounded: v128): v128 {
  return i32x4.add(i32x4.shl(rounded, 23), i32x4.splat(ONE_BITS));
}

/** e^r - 1 of what n leaves of x */
// @ts-ignore: decorator
@inline
function restOf(x: v128, rounded: v128): v128 {
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  const r = nmadd(n, f32x4.splat(LN_2_LOWER), nmadd(n, f32x4.splat(LN_2_UPPER), x));
  let q = madd(f32x4.splat(Q4), r, f32x4.splat(Q3));
  q = madd(q, r, f32x4.splat(Q2));
  q = madd(q, r, f32x4.splat(Q1));
  q = madd(q, r, f32x4.splat(Q0));
  return madd(f32x4.mul(r, r), q, r); // r + r^2 q(r)
}

/** e^x of x within [-87, 88], which further ones are taken for */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const bounded = within(x, SMALLEST, LARGEST);
  const rounded = powerOf(bounded);
  const power = twoTo(rounded);
  return madd(power, restOf(bounded, rounded), power);
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
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, power));
}

/** tanh(x) = (e^2|x| - 1) / (e^2|x| + 1), with the sign of x */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  return tanhFrom(doubled(x), x);
}

/** y = tanh(x) from e^2|x| - 1 */
// @ts-ignore: decorator
@inline
export function tanhFrom(e: v128, x: v128): v128 {
  const sign = v128.and(x, f32x4.splat(-0.0));
  return v128.or(f32x4.div(e, f32x4.add(e, f32x4.splat(2))), sign);
}

/** e^2|x| - 1 */
// @ts-ignore: decorator
@inline
export function doubled(x: v128): v128 {
  const size = f32x4.pmin(f32x4.abs(x), f32x4.splat(SATURATED));
  const twice = f32x4.add(size, size);
  const rounded = powerOf(twice);
  const power = twoTo(rounded);
  return madd(power, restOf(twice, rounded), f32x4.sub(power, f32x4.splat(1)));
}

/** The slope of tanh from e = e^2|x| - 1: 4 (e + 1) / (e + 2)^2. Where y is nearly 1, 1 - y^2 would be rounding alone. */
// @ts-ignore: decorator
@inline
export function tanhSlopeFrom(e: v128): v128 {
  const half = f32x4.div(f32x4.splat(2), f32x4.add(e, f32x4.splat(2)));
  return f32x4.mul(f32x4.mul(f32x4.add(e, f32x4.splat(1)), half), half);
}

/** 1 - y^2, the slope of y = tanh(x) */
// @ts-ignore: decorator
@inline
export function tanhSlope(y: v128): v128 {
  return nmadd(y, y, f32x4.splat(1));
}
