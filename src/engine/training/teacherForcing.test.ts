/** The sense of P(feed truth): at 1 the truth is always fed, at 0 never. Public code has had it the wrong way round. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { decodeGreedily } from "../decoding/greedy";
import { initialParameters } from "../model/parameters";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import { createRandom, type Random } from "../rng";
import { EOS, SOS } from "../tokens";
import { makeBatch } from "../batch";
import { chooseInputs } from "./teacherForcing";

const parameters = initialParameters(shape, createRandom(5));
const batch = makeBatch(
  tinyTask,
  Array.from({ length: 40 }, () => copyPair("abca")),
);

function inputs(probability: number, coins: Random = createRandom(1)): Int32Array {
  return plainResult(() =>
    chooseInputs(viewWeights(shape, tensor1d(parameters)), shape, batch, { probability, coins }),
  );
}

describe("teacher forcing", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("feeds nothing but the truth at P = 1", () => {
    expect(inputs(1)).toEqual(batch.targetIn);
  });

  it("feeds the model's own answers at P = 0: those that greedy decoding gives", () => {
    const [first] = plainResult(() =>
      decodeGreedily(viewWeights(shape, tensor1d(parameters)), shape, batch, batch.targetLength),
    );
    const own = first?.tokens ?? [];
    const fed = Array.from(inputs(0).slice(0, batch.targetLength));
    const before = own.length < batch.targetLength ? [...own, EOS] : own;
    const shared = Math.min(before.length + 1, batch.targetLength);
    expect(fed.slice(0, shared)).toEqual([SOS, ...before].slice(0, shared));
  });

  it("feeds the truth with probability P, not 1 - P", () => {
    const own = inputs(0);
    const mixed = inputs(0.9);
    // The model's first answer is wrong here, so input 2 tells truth and answer apart.
    const second = Array.from({ length: batch.size }, (_, row) => row * batch.targetLength + 1);
    expect(own[1]).not.toBe(batch.targetIn[1]);
    const truths = second.filter((i) => mixed[i] === batch.targetIn[i]).length;
    expect(truths / batch.size).toBeGreaterThan(0.7);
  });

  it("always starts with <sos>", () => {
    const fed = inputs(0);
    for (let row = 0; row < batch.size; row++) expect(fed[row * batch.targetLength]).toBe(SOS);
  });

  it("tosses its coins from its own stream, the same number of them whatever P is", () => {
    const draws = [0, 0.5, 1].map((probability) => {
      const coins = createRandom(9);
      inputs(probability, coins);
      return coins.next();
    });
    expect(new Set(draws).size).toBe(1);
  });
});
