/** Compares products, sums, arrangements and tanh with the tensor library's. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../../testing/nodeBackend";
import {
  against,
  always,
  expectSame,
  GRADIENT,
  gradientsOf,
  ops,
  tensorOf,
  valuesOf,
} from "../../../testing/opsInTensors";
import { createDraw } from "../../../testing/opsInputs";

beforeAll(() => startNodeBackend("cpu"));

describe("matrices", () => {
  it("multiplies, also transposed, and adds a matrix", () => {
    always((draw, { B, H, K }) => {
      const [a, b, c] = [draw.numbers(B, H), draw.numbers(H, K), draw.numbers(B, K)];
      const [row, plain] = [draw.numbers(1, K), tf.matMul(tensorOf(a), tensorOf(b))];
      expectSame(ops.product(a, b), plain, GRADIENT);
      expectSame(ops.product(a, b, c), tf.add(plain, tensorOf(c)), GRADIENT);
      expectSame(ops.product(a, b, row), tf.add(plain, tensorOf(row)), GRADIENT);
      expectSame(ops.outerProduct(a, c), tf.matMul(tensorOf(a), tensorOf(c), true), GRADIENT);
    });
  });

  it("multiplies matrices of training's sizes", () => {
    const draw = createDraw(ops, "large", true);
    const [a, b] = [draw.numbers(65, 130), draw.numbers(130, 67)];
    expectSame(ops.product(a, b), tf.matMul(tensorOf(a), tensorOf(b)), GRADIENT);
    const transposed = ops.transpose(a);
    expectSame(ops.outerProduct(transposed, b), tf.matMul(tensorOf(a), tensorOf(b)), GRADIENT);
  });

  it("adds, multiplies and sums elementwise", () => {
    always((draw, { B, K }) => {
      const [a, b, row] = [draw.numbers(B, K), draw.numbers(B, K), draw.numbers(1, K)];
      expectSame(ops.add(a, b), tf.add(tensorOf(a), tensorOf(b)));
      expectSame(ops.multiply(a, b), tf.mul(tensorOf(a), tensorOf(b)));
      expectSame(ops.multiply(a, row), tf.mul(tensorOf(a), tensorOf(row)));
      expectSame(ops.columnSums(a), tf.sum(tensorOf(a), 0, true), GRADIENT);
    });
  });

  it("transposes and concatenates without changing numbers", () => {
    always((draw, { B, H, K, S }) => {
      const [a, b, c] = [draw.numbers(B, K), draw.numbers(S, K), draw.numbers(B, H)];
      expectSame(ops.transpose(a), tf.transpose(tensorOf(a)), 0);
      expectSame(ops.stack([a, b]), tf.concat([tensorOf(a), tensorOf(b)], 0), 0);
      expectSame(ops.sideBySide([a, c]), tf.concat([tensorOf(a), tensorOf(c)], 1), 0);
      const all = [a, b, c].map((m) => tf.reshape(tensorOf(m), [1, -1]));
      expectSame(ops.flatten([a, b, c]), tf.concat(all, 1), 0);
      expect(ops.readNow(a, b, c)).toEqual(valuesOf(ops.flatten([a, b, c])));
    });
  });

  it("computes tanh and its gradient", () => {
    always((draw, { B, K }) => {
      const [x, dy] = [draw.numbers(B, K, 4), draw.numbers(B, K)];
      const y = ops.tanh(x);
      expectSame(y, tf.tanh(tensorOf(x)));
      const [dx] = gradientsOf((t) => against(tf.tanh(t), dy), [tensorOf(x)]);
      expectSame(ops.tanhGradient(y, dy), dx as tf.Tensor, GRADIENT);
    });
  });
});
