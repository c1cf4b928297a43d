/** Compares clipping and Adam with the textbook form. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { always, FORWARD, GRADIENT, ops, tensorOf, valuesOf } from "../../../testing/opsInTensors";
import { adamUpdate, clipByNorm, startAdam } from "../../training/adam";
import type { Learned } from "../ops";

beforeAll(() => startNodeBackend("cpu"));

describe("the update", () => {
  it("equals the textbook's over several steps, with and without clipping", () => {
    always((draw, { K, H }) => {
      const how = { clipNorm: 1, learningRate: 0.01 };
      const parameters = draw.numbers(1, H * K);
      const nothing = ops.zeros(1, H * K);
      const learned: Learned = {
        parameters: ops.keep(parameters),
        mean: ops.keep(nothing),
        variance: ops.keep(nothing),
      };
      let expected = tf.reshape<tf.Rank.R1>(tensorOf(parameters), [-1]);
      let state = startAdam(H * K);
      for (let steps = 1; steps <= 4; steps++) {
        const gradient = draw.numbers(1, H * K, steps % 2 === 0 ? 0.01 : 5);
        ops.update(learned, gradient, { ...how, steps });
        const clipped = clipByNorm(tf.reshape<tf.Rank.R1>(tensorOf(gradient), [-1]), 1);
        ({ parameters: expected, state } = adamUpdate(expected, clipped, state, 0.01));
      }
      expectClose(valuesOf(learned.parameters), expected.dataSync(), GRADIENT);
      expectClose(valuesOf(learned.mean), state.mean.dataSync(), GRADIENT);
      expectClose(valuesOf(learned.variance), state.variance.dataSync(), GRADIENT);
    });
  });

  it("changes only the kept copy, not its source", () => {
    const first = ops.matrix(Float32Array.of(1, 2), 1, 2);
    const [parameters, mean, variance] = [first, ops.zeros(1, 2), ops.zeros(1, 2)].map((m) =>
      ops.keep(m),
    );
    const learned = { parameters, mean, variance } as Learned;
    const gradient = ops.matrix(Float32Array.of(1, 0), 1, 2);
    ops.update(learned, gradient, { clipNorm: 1, learningRate: 0.1, steps: 1 });
    expectClose(valuesOf(learned.parameters), [0.9, 2], FORWARD);
    expect(Array.from(valuesOf(first))).toEqual([1, 2]);
  });
});
