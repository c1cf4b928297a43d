/**
 * Makes one update of Adam (Kingma and Ba 2015) with a gradient clipped to a norm (Pascanu et al. 2013). [1, P] each
 * c = min(1, limit / ||g||), computed by the caller: V8 would recompute it here for every vector
 * m = keep1 m + add1 c g
 * v = keep2 v + add2 (c g)^2
 * p = p - rate m / (sqrt(v) root + epsilon)
 */
import { madd, nmadd } from "./vector";

/**
 * Overwrites p, m and v, including up to a whole vector after P.
 * @param clip c
 * @param keep1 this and the following parameters: adamFactors.ts
 */
export function update(
  p: usize, _p: usize, m: usize, _m: usize, v: usize, _v: usize, g: usize, _g: usize,
  P: i32, clip: f32, keep1: f32, add1: f32, keep2: f32, add2: f32, rate: f32, root: f32, epsilon: f32,
): void {
  const keeps1 = f32x4.splat(keep1), keeps2 = f32x4.splat(keep2);
  const adds1 = f32x4.splat(add1), adds2 = f32x4.splat(add2);
  const clips = f32x4.splat(clip), rates = f32x4.splat(rate);
  const roots = f32x4.splat(root), epsilons = f32x4.splat(epsilon);
  const toP = p << 2, toM = m << 2, toV = v << 2, from = g << 2;
  for (let at: usize = 0, end = <usize>P << 2; at < end; at += 16) {
    const clipped = f32x4.mul(v128.load(from + at), clips);
    const mean = madd(keeps1, v128.load(toM + at), f32x4.mul(adds1, clipped));
    const variance = madd(keeps2, v128.load(toV + at), f32x4.mul(adds2, f32x4.mul(clipped, clipped)));
    const scale = madd(f32x4.sqrt(variance), roots, epsilons);
    v128.store(toM + at, mean);
    v128.store(toV + at, variance);
    v128.store(toP + at, nmadd(rates, f32x4.div(mean, scale), v128.load(toP + at)));
  }
}

/** ||g||, summed in double precision. g [1, P] */
export function norm(g: usize, _: usize, P: i32): f64 {
  let even = f64x2.splat(0);
  let odd = even;
  let at: usize = 0;
  const row = <usize>P << 2;
  const from = g << 2;
  for (; at + 16 <= row; at += 16) {
    const four = v128.load(from + at);
    const lower = f64x2.promote_low_f32x4(four);
    const upper = f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 0, 1));
    even = f64x2.add(even, f64x2.mul(lower, lower));
    odd = f64x2.add(odd, f64x2.mul(upper, upper));
  }
  const both = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (; at < row; at += 4) sum += <f64>load<f32>(from + at) * <f64>load<f32>(from + at);
  return Math.sqrt(sum);
}
