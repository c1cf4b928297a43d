/**
 * Mean cross-entropy over the real tokens, and its gradient.
 * loss = -1/n sum of mask log softmax(x)_target, n = sum(mask)
 * dx   = (softmax(x) - onehot(target)) mask / n
 * logits x [N, V], targets [N, 1], mask [N, 1] -> loss [1, 1], dx [N, V]
 */
import { exp } from "./activations";
import { largestOf } from "./argMax";
import { idAt } from "./lookUp";
import { firstOf, rowAt, sumOf } from "./vector";

/** @returns the first real row whose target is not a column of the logits; -1 if there is none */
export function crossEntropy(
  x: usize, xStride: usize, targets: usize, targetStride: usize, mask: usize, maskStride: usize,
  loss: usize, dx: usize, N: i32, V: i32,
): i32 {
  let count: f64 = 0;
  for (let n = 0; n < N; n++) count += <f64>load<f32>(rowAt(mask, maskStride, n));
  let total: f64 = 0;
  for (let n = 0; n < N; n++) {
    const real = load<f32>(rowAt(mask, maskStride, n));
    const to = rowAt(dx, <usize>V, n);
    if (real == 0) {
      memory.fill(to, 0, <usize>V << 2);
      continue;
    }
    const target = idAt(targets, targetStride, n, V);
    if (target < 0) return n;
    const from = rowAt(x, xStride, n);
    const largest = largestOf(from, V);
    const sum = powers(from, largest, to, V);
    const own = <usize>target << 2;
    total += <f64>real * (Math.log(<f64>sum) + <f64>largest - <f64>load<f32>(from + own));
    const share = <f32>(<f64>real / count);
    scale(to, share / sum, V);
    store<f32>(to + own, load<f32>(to + own) - share);
  }
  store<f32>(loss << 2, <f32>(total / count));
  return -1;
}

/** y = exp(x - largest). @returns the sum of y */
// @ts-ignore: decorator
@inline
function powers(x: usize, largest: f32, y: usize, V: i32): f32 {
  const shift = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (let v = 0; v < V; v += 4) {
    const at = <usize>v << 2;
    const power = exp(f32x4.sub(v128.load(x + at), shift));
    v128.store(y + at, power);
    sum = f32x4.add(sum, firstOf(power, V - v));
  }
  return sumOf(sum);
}

/** y = y factor */
// @ts-ignore: decorator
@inline
function scale(y: usize, factor: f32, V: i32): void {
  const four = f32x4.splat(factor);
  for (const end = y + (<usize>V << 2); y < end; y += 16) v128.store(y, f32x4.mul(v128.load(y), four));
}
