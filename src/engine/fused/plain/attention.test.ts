/** Compares weights, contexts and gradients of both scores with the textbook form and finite differences. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../../testing/nodeBackend";
import {
  against,
  always,
  type Drawn,
  expectGradient,
  expectSame,
  GRADIENT,
  gradientsOf,
  ops,
  scalarOf,
  tensorOf,
  valuesOf,
} from "../../../testing/opsInTensors";
import type { Draw } from "../../../testing/opsInputs";
import { tinyShape } from "../../../testing/tinyTask";
import { attend, type Memory, prepareScore } from "../../model/attention";
import { type Matrix, rowsOf } from "../matrix";
import type { AdditiveInput } from "../ops";

beforeAll(() => startNodeBackend("cpu"));

/** From position-major [S B, K] to the textbook's [B, S, K]. */
function byPair(m: Matrix, B: number): tf.Tensor {
  return tf.transpose(tf.reshape(tensorOf(m), [-1, B, m.cols]), [1, 0, 2]);
}

/** The inverse of `byPair`. */
function byPosition(t: tf.Tensor): tf.Tensor {
  return tf.reshape(tf.transpose(t, [1, 0, 2]), [-1, t.shape[2] ?? 0]);
}

/** The textbook's memory, with a score of projected queries and keys. */
function memoryOf(keys: tf.Tensor, values: tf.Tensor, mask: tf.Tensor, v?: tf.Tensor): Memory {
  const H = keys.shape[2] ?? 0;
  const shape = { ...tinyShape, hiddenSize: H };
  const score = v
    ? prepareScore(
        new Map([
          ["attention.v.weight", tf.reshape(v, [H, 1])],
          ["attention.query.weight", tf.eye(H)],
          ["attention.key.weight", tf.eye(H)],
        ]),
        { ...shape, attention: "additive" },
        keys,
      )
    : prepareScore(new Map(), { ...shape, attention: "dot" }, keys);
  return { score, values, mask };
}

function drawAll(draw: Draw, { B, S, T, H, K }: Drawn) {
  return {
    query: draw.numbers(T * B, H), // of all steps
    keys: draw.numbers(S * B, H, 2),
    values: draw.numbers(S * B, K),
    v: draw.numbers(1, H),
    mask: draw.mask(B, S),
    dContexts: draw.numbers(T * B, K),
  };
}
type All = ReturnType<typeof drawAll>;

describe.each(["additive", "dot"] as const)("attention with the score %s", (score) => {
  const isAdditive = score === "additive";
  const weights = ({ keys, v, mask }: All, query: Matrix): Matrix =>
    isAdditive ? ops.additiveWeights({ query, keys, v }, mask) : ops.dotWeights(query, keys, mask);

  it("has the textbook's weights and context", () => {
    always((draw, drawn) => {
      const all = drawAll(draw, { ...drawn, T: 1 });
      const [keys, values] = [byPair(all.keys, drawn.B), byPair(all.values, drawn.B)];
      const mask = tf.cast(tensorOf(all.mask), "bool");
      const memory = memoryOf(keys, values, mask, isAdditive ? tensorOf(all.v) : undefined);
      const expected = attend(memory, tensorOf(all.query));
      const actual = weights(all, all.query);
      expectSame(actual, expected.weights, GRADIENT);
      expectSame(ops.weightedSum(actual, all.values), expected.context, GRADIENT);
    });
  });

  it("has the textbook's gradients of all steps together", () => {
    always((draw, drawn) => {
      const [{ B, T }, all] = [drawn, drawAll(draw, drawn)];
      const mask = tf.cast(tensorOf(all.mask), "bool");
      const inputs = [tensorOf(all.query), byPair(all.keys, B), byPair(all.values, B)];
      const steps = Array.from({ length: T }, (_, t) => t * B);
      const [dQuery, dKeys, dValues, dV] = gradientsOf(
        (...given) => {
          const [query, keys, values, v] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
          const memory = memoryOf(keys, values, mask, isAdditive ? v : undefined);
          const contexts = steps.map(
            (t) => attend(memory, tf.slice(query, [t, 0], [B, -1])).context,
          );
          const unused = tf.mul(tf.sum(v), 0);
          return tf.add(against(tf.concat(contexts, 0), all.dContexts), unused);
        },
        [...inputs, tensorOf(all.v)],
      ) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];

      const looks = steps.map((t) => {
        const query = rowsOf(all.query, t, B);
        const w = weights(all, query);
        const dScores = ops.scoreGradient(w, rowsOf(all.dContexts, t, B), all.values);
        return { query, w, dScores };
      });
      const dScores = ops.stack(looks.map((each) => each.dScores));
      const w = ops.stack(looks.map((each) => each.w));
      expectSame(ops.valueGradient(w, all.dContexts, B), byPosition(dValues), GRADIENT);
      const queryGradients = looks.map((each) =>
        isAdditive
          ? ops.additiveQueryGradient(each.dScores, { ...all, query: each.query })
          : ops.weightedSum(each.dScores, all.keys),
      );
      const scale = 1e-4; // with few positions, differences of nearly equal numbers
      expectSame(ops.stack(queryGradients), dQuery, scale);
      const back = isAdditive
        ? ops.additiveKeyGradient(dScores, all)
        : { dKeys: ops.valueGradient(dScores, all.query, B), dV: null };
      expectSame(back.dKeys, byPosition(dKeys), scale);
      if (back.dV) expectSame(back.dV, dV, scale);
    });
  });

  it("is finite for scores of any size, and gives padding exactly 0", () => {
    always((draw, drawn) => {
      const all = drawAll(draw, { ...drawn, T: 1 });
      const scaled = { ...all, v: ops.multiply(all.v, draw.whole(1, drawn.H, 9, 1e6)) };
      const query = ops.add(all.query, draw.whole(drawn.B, drawn.H, 9, 1e6));
      const w = valuesOf(weights(scaled, query));
      const real = valuesOf(all.mask);
      expect(w.filter((_, i) => real[i] === 0).every((share) => share === 0)).toBe(true);
      for (let b = 0; b < drawn.B; b++) {
        const row = w.subarray(b * drawn.S, (b + 1) * drawn.S);
        expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      }
    });
  });
});

describe("finite differences agree with the gradients", () => {
  it("of the additive score", () => {
    always((draw, { B, S, H, K }) => {
      const look = {
        query: draw.numbers(B, H),
        keys: draw.numbers(S * B, H),
        v: draw.numbers(1, H),
      };
      const [mask, values, dContext] = [
        ops.stack([draw.mask(B, S)]),
        draw.numbers(S * B, K),
        draw.numbers(B, K),
      ];
      if (S < 3) return; // the differences of one or two weights are rounding errors
      const f = (changed: Partial<AdditiveInput>): number =>
        scalarOf(
          [ops.weightedSum(ops.additiveWeights({ ...look, ...changed }, mask), values)],
          [dContext],
        );
      const weights = ops.additiveWeights(look, mask);
      const dScores = ops.scoreGradient(weights, dContext, values);
      const { dKeys, dV } = ops.additiveKeyGradient(dScores, look);
      expectGradient(ops.additiveQueryGradient(dScores, look), look.query, (query) => f({ query }));
      expectGradient(dKeys, look.keys, (keys) => f({ keys }));
      expectGradient(dV, look.v, (v) => f({ v }));
    }, 20);
  });
});
