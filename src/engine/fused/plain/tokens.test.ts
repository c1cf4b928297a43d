/** Compares look-up, argmax and selection of tokens with the textbook form. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../../testing/nodeBackend";
import {
  against,
  always,
  expectSame,
  GRADIENT,
  gradientsOf,
  idsOf,
  ops,
  tensorOf,
  valuesOf,
} from "../../../testing/opsInTensors";
import { lookUp } from "../../model/product";

beforeAll(() => startNodeBackend("cpu"));

describe("tokens", () => {
  it("looks up rows and sums their gradients", () => {
    always((draw, { B, T, K, H }) => {
      const V = H + 1; // tfjs cannot one-hot encode a vocabulary of one token
      const [table, ids, row] = [draw.numbers(V, K), draw.ids(B * T, V), draw.numbers(1, K)];
      const [dy, found] = [draw.numbers(B * T, K), lookUp(idsOf(ids), tensorOf(table))];
      expectSame(ops.lookUp(table, ids), found, 0);
      expectSame(ops.lookUp(table, ids, row), tf.add(found, tensorOf(row)));
      const [dTable] = gradientsOf((t) => against(lookUp(idsOf(ids), t), dy), [tensorOf(table)]);
      expectSame(ops.lookUpGradient(ids, dy, V), dTable as tf.Tensor, GRADIENT);
    });
  });

  it("finds the argmax and selects by a mask", () => {
    always((draw, { B, K }) => {
      const [m, mask] = [draw.numbers(B, K), draw.bits(B, K)];
      const [a, b] = [draw.numbers(B, K), draw.numbers(B, K)];
      expectSame(ops.argMax(m), tf.reshape(tf.argMax(tensorOf(m), 1), [B, 1]), 0);
      const chosen = tf.where(tf.cast(tensorOf(mask), "bool"), tensorOf(a), tensorOf(b));
      expectSame(ops.select(mask, a, b), chosen, 0);
    });
    const ties = ops.matrix(Float32Array.of(1, 3, 3, 0, 0, 0), 2, 3);
    expect(Array.from(valuesOf(ops.argMax(ties)))).toEqual([1, 0]);
  });

  it("throws for an id that is not in the table", () => {
    const [table, ids] = [ops.zeros(3, 2), ops.matrix(Float32Array.of(3), 1, 1)];
    expect(() => ops.lookUp(table, ids)).toThrow("expected an id below 3, got 3");
  });
});
