/** Compares the plain operations with tensors, with gradients by tfjs, and with finite differences. */
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { expect } from "vitest";
import type { Matrix } from "../engine/fused/matrix";
import { createPlainOps } from "../engine/fused/plain/plainOps";
import { expectClose } from "./closeness";
import { createDraw, type Draw } from "./opsInputs";

export const ops = createPlainOps();
export const FORWARD = 1e-6; // share of a result's largest number: rounding errors of float32, whose unit is 6e-8
export const GRADIENT = 1e-5;

const sizes = fc.record({
  seed: fc.integer(),
  windows: fc.boolean(),
  B: fc.integer({ min: 1, max: 5 }),
  S: fc.integer({ min: 1, max: 6 }),
  T: fc.integer({ min: 1, max: 4 }),
  H: fc.integer({ min: 1, max: 9 }),
  K: fc.integer({ min: 1, max: 9 }),
});
export type Drawn = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

/** Checks a property on many sizes and seeds. */
export function always(property: (draw: Draw, drawn: Drawn) => void, numRuns = 60): void {
  const check = (drawn: Drawn) =>
    tf.tidy(() => property(createDraw(ops, `${drawn.seed}`, drawn.windows), drawn));
  fc.assert(fc.property(sizes, check), { numRuns, seed: 1 });
}

export function valuesOf(m: Matrix): Float32Array {
  return ops.readNow(m);
}

export function tensorOf(m: Matrix): tf.Tensor2D {
  return tf.tensor2d(valuesOf(m), [m.rows, m.cols]);
}

/** A tensor of ids from a column of whole numbers. */
export function idsOf(m: Matrix): tf.Tensor1D {
  return tf.tensor1d(Array.from(valuesOf(m)), "int32");
}

export function expectSame(actual: Matrix, expected: tf.Tensor, tolerance = FORWARD): void {
  expect([actual.rows, actual.cols]).toEqual(expected.shape);
  expectClose(valuesOf(actual), expected.dataSync(), tolerance);
}

/** Sum of m * d, whose gradient with respect to m is d. */
export function against(m: tf.Tensor, d: Matrix): tf.Scalar {
  return tf.sum(tf.mul(m, tf.reshape(tensorOf(d), m.shape)));
}

/** Gradients of a scalar with respect to each input. */
export function gradientsOf(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
): tf.Tensor[] {
  return tf.grads(f)(inputs);
}

/** Sum of results times fixed factors, in double precision: one scalar that depends on all results of an operation. */
export function scalarOf(results: readonly Matrix[], factors: readonly Matrix[]): number {
  const [all, weights] = [ops.readNow(...results), ops.readNow(...factors)];
  return all.reduce((sum, value, i) => sum + value * (weights[i] ?? Number.NaN), 0);
}

const STEP = 2 ** -6; // squared 2e-4, and float32's rounding error is 6e-8 / STEP = 4e-6: together below the tolerance
const DIFFERENCES = 2e-3;

/** The gradient of f at m by central differences. */
function differences(m: Matrix, f: (m: Matrix) => number): Float64Array {
  const values = ops.readNow(m);
  const at = (i: number, change: number): number => {
    const moved = values.slice();
    moved[i] = (moved[i] ?? 0) + change;
    return f(ops.matrix(moved, m.rows, m.cols));
  };
  return Float64Array.from(values, (_, i) => (at(i, STEP) - at(i, -STEP)) / (2 * STEP));
}

export function expectGradient(actual: Matrix, m: Matrix, f: (m: Matrix) => number): void {
  expectClose(valuesOf(actual), differences(m, f), DIFFERENCES);
}
