/** The meaning of P(feed truth): at 1 the truth is always fed, at 0 never. Some public code has it reversed. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { FIELDS, type CoinKind } from "../setup/config";
import { decodeGreedily } from "../decoding/greedy";
import { initialParameters } from "../setup/learnedParameters";
import { type Dropout, noDropout } from "../model/dropout";
import type { DropoutSite } from "./dropoutMasks";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import { createRandom, type Random } from "../rng";
import { EOS, SOS } from "../text/tokens";
import { chooseInputs, tossCoins } from "./teacherForcing";

const COINS = FIELDS.coin.options;
const parameters = initialParameters(shape, createRandom(5));
const batch = makeBatch(
  tinyTask,
  Array.from({ length: 40 }, () => copyPair("abca")),
);

function inputs(
  probability: number,
  coins: Random = createRandom(1),
  coin: CoinKind = "token",
): Int32Array {
  const choice = { truthFed: tossCoins(batch, { probability, coin, coins }), dropout: noDropout };
  return plainResult(() =>
    chooseInputs(viewWeights(shape, tensor1d(parameters)), shape, batch, choice),
  );
}

/** Whether the truth was fed, by row and step after <sos>; it is visible because the model's first answers are wrong. */
function feeding(coin: CoinKind): boolean[][] {
  const T = batch.targetLength;
  const fed = inputs(0.5, createRandom(4), coin);
  return Array.from({ length: batch.size }, (_, row) =>
    Array.from(
      { length: T - 1 },
      (__, t) => fed[row * T + t + 1] === batch.targetIn[row * T + t + 1],
    ),
  );
}

/** One line of coins as text. */
const key = (values: readonly boolean[]): string => values.map(Number).join("");

/** The coins of each step, over all rows. */
const columns = (rows: boolean[][]): boolean[][] =>
  Array.from({ length: batch.targetLength - 1 }, (_, t) => rows.map((row) => row[t] === true));

describe("teacher forcing", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("feeds only the truth at P = 1", () => {
    expect(inputs(1)).toEqual(batch.targetIn);
  });

  it("feeds the model's own answers at P = 0, the same as greedy decoding's", () => {
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
    // The model's first answer is wrong, so input 2 distinguishes truth and answer.
    const second = Array.from({ length: batch.size }, (_, row) => row * batch.targetLength + 1);
    expect(own[1]).not.toBe(batch.targetIn[1]);
    const truths = second.filter((i) => mixed[i] === batch.targetIn[i]).length;
    expect(truths / batch.size).toBeGreaterThan(0.7);
  });

  it("applies dropout at every site when it finds the answers, as for the loss", () => {
    const deep = { ...shape, layers: 2 };
    const sites = new Set<DropoutSite>();
    const dropout: Dropout = (site, x) => {
      sites.add(site);
      return x;
    };
    plainResult(() => {
      const weights = viewWeights(deep, tensor1d(initialParameters(deep, createRandom(5))));
      const truthFed = Array.from(batch.targetIn, () => false);
      return chooseInputs(weights, deep, batch, { truthFed, dropout });
    });
    expect(sites).toEqual(
      new Set(["encoder.embedding", "encoder.layers", "decoder.embedding", "decoder.layers"]),
    );
  });

  it("always starts with <sos>", () => {
    const fed = inputs(0);
    for (let row = 0; row < batch.size; row++) expect(fed[row * batch.targetLength]).toBe(SOS);
  });

  it.each(COINS)(
    "tosses a coin per %s from its own stream, and the number of tosses does not depend on P",
    (coin) => {
      const draws = [0, 0.5, 1].map((probability) => {
        const coins = createRandom(9);
        inputs(probability, coins, coin);
        return coins.next();
      });
      expect(new Set(draws).size).toBe(1);
    },
  );

  it("decides for each token, for a step of the whole batch, or for a whole target", () => {
    const distinct = (lines: boolean[][]) => new Set(lines.map(key)).size;

    expect(distinct(feeding("token"))).toBeGreaterThan(4); // the rows differ

    const step = feeding("step");
    expect(distinct(step)).toBe(1); // all rows are the same
    expect(distinct(columns(step))).toBe(2); // heads in some steps, tails in others

    const sequence = feeding("sequence");
    const whole = new Set(sequence.map(key));
    expect(whole).toEqual(new Set(["0000", "1111"])); // the whole target or none of it
  });
});
