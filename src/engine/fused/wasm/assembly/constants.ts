/**
 * The constants of the activations, by index. They are in memory, where one load copies a number to all four lanes. V8
 * rebuilds constants in the code at each use, which made the cells a tenth to a fifth slower.
 */
const CONSTANTS = memory.data<f32>([
  1, 2,
  // Powers of e
  1.4426950408889634, // 1 / ln 2
  0.693359375, // the upper 10 bits of ln 2, so that n times them is exact
  -0.00021219444005469057, // the rest of ln 2
  12582912, // 1.5 2^23: a sum with it is rounded to a whole number, which its last bits hold
  88, // the largest whole x for which e^x is within float32
  -87, // the smallest whole x for which e^x is a normal number
  0.4999999701976776, 0.1666654348373413, 0.04166720062494278, 0.008366547524929047, 0.0013882516650482013, // q
  // tanh
  9.02, // tanh rounds to 1 from here on
  0.13379718363285065, 0.0034940349869430065, 2.058348763966933e-5, 1.3319080061080513e-8, // P
  0.4671303331851959, 0.025871075689792633, 0.0003283093392383307, 7.762022846691252e-7, // Q
  43, // e^86 is within float32, and tanh(43) rounds to 1
]);

export const ONE = 0;
export const TWO = 1;
export const LOG2_E = 2;
export const LN_2_UPPER = 3;
export const LN_2_LOWER = 4;
export const ROUNDER = 5;
export const LARGEST = 6;
export const SMALLEST = 7;
export const Q0 = 8; // five coefficients
export const SATURATED = 13;
export const TANH_P = 14; // four coefficients, from x^2 on; the constant terms of P and Q are 1
export const TANH_Q = 18;
export const DOUBLED = 22;

/** A constant in all four lanes. */
// @ts-ignore: decorator
@inline
export function constant(place: usize): v128 {
  return v128.load32_splat(CONSTANTS + (place << 2));
}
