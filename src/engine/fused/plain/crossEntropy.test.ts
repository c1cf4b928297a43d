/** Compares the loss and its gradient with the textbook form and finite differences. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { startNodeBackend } from "../../../testing/nodeBackend";
import {
  always,
  expectGradient,
  expectSame,
  FORWARD,
  GRADIENT,
  gradientsOf,
  idsOf,
  ops,
  tensorOf,
  valuesOf,
} from "../../../testing/opsInTensors";
import { crossEntropy } from "../../model/loss";

beforeAll(() => startNodeBackend("cpu"));

describe("the loss", () => {
  it("has the textbook's value and gradient", () => {
    always((draw, { B, T, K }) => {
      const [N, V] = [B * T, K + 1]; // tfjs cannot one-hot encode a vocabulary of one token
      const [logits, targets, mask] = [draw.numbers(N, V, 3), draw.ids(N, V), draw.bits(N, 1)];
      const [ids, real] = [idsOf(targets), tensorOf(mask)];
      const { loss, dLogits } = ops.crossEntropy(logits, targets, mask);
      const expected = crossEntropy(tensorOf(logits), ids, real);
      expectSame(loss, tf.reshape(expected, [1, 1]), GRADIENT);
      const [dx] = gradientsOf((x) => crossEntropy(x, ids, real), [tensorOf(logits)]);
      expectSame(dLogits, dx as tf.Tensor, GRADIENT);
    });
  });

  it("is finite for logits of any size", () => {
    const logits = ops.matrix(Float32Array.of(1e30, -1e30, 500, 499), 2, 2);
    const [targets, mask] = [
      ops.matrix(Float32Array.of(0, 1), 2, 1),
      ops.matrix(Float32Array.of(1, 1), 2, 1),
    ];
    const { loss, dLogits } = ops.crossEntropy(logits, targets, mask);
    expect(valuesOf(loss)[0]).toBeCloseTo(Math.log(1 + Math.E) / 2, 6);
    const share = 1 / (1 + Math.exp(-1)) / 2;
    expectClose(valuesOf(dLogits), [0, 0, share, -share], FORWARD);
  });

  it("has the gradient of finite differences", () => {
    always((draw, { B, K }) => {
      const [logits, targets, mask] = [draw.numbers(B, K), draw.ids(B, K), draw.bits(B, 1)];
      const { dLogits } = ops.crossEntropy(logits, targets, mask);
      if (K === 1) return; // its loss is 0 everywhere
      expectGradient(
        dLogits,
        logits,
        (m) => valuesOf(ops.crossEntropy(m, targets, mask).loss)[0] ?? 0,
      );
    }, 20);
  });
});
