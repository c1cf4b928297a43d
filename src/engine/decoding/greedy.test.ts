/** Compares greedy decoding with the reference's argmax, row by row, and tests that each row stops on its own. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { initialParameters } from "../setup/learnedParameters";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { Vector } from "../reference/linearAlgebra";
import { referenceEncode } from "../reference/encoder";
import { referenceParameters } from "../reference/parameters";
import { referenceInitial, referenceStep } from "../reference/seq2seq";
import { entropyOf } from "../results/entropy";
import { createRandom } from "../rng";
import { EOS, SOS } from "../text/tokens";
import { makeBatch } from "../batch";
import { decodeGreedily, decodingLimit } from "./greedy";

const LIMIT = 6;
const PAIRS = ["a", "b", "cab", "bb", "acbc", "c", "ba"].map(copyPair);

/** One source decoded alone by the reference, up to its <eos>. */
function referenceGreedy(
  flat: Vector,
  source: Vector,
): { tokens: number[]; ended: boolean; attention: Vector[] } {
  const p = referenceParameters(shape, flat);
  const encoded = referenceEncode(p, shape, source);
  let [before, id] = [referenceInitial(shape, encoded), SOS];
  const tokens: number[] = [];
  const attention: Vector[] = [];
  while (tokens.length < LIMIT) {
    const step = referenceStep(p, shape, encoded, { id, before });
    before = step.next;
    attention.push(step.attended?.weights ?? []);
    id = step.logits.indexOf(Math.max(...step.logits));
    if (id === EOS) return { tokens, ended: true, attention };
    tokens.push(id);
  }
  return { tokens, ended: false, attention };
}

describe("greedy decoding", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("stops each row at its own <eos>, independent of the others, and gives the reference's answers", () => {
    // Some random models end early and some never: both kinds of row must occur.
    const endings = new Set<boolean>();
    for (let seed = 1; seed <= 12; seed++) {
      const parameters = initialParameters(shape, createRandom(seed)).map((x) => 2 * x);
      const decoded = plainResult(() =>
        decodeGreedily(
          viewWeights(shape, tensor1d(parameters)),
          shape,
          makeBatch(tinyTask, PAIRS),
          LIMIT,
        ),
      );
      PAIRS.forEach((pair, row) => {
        const source = [...pair.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
        const { tokens, ended, attention } = referenceGreedy(Array.from(parameters), source);
        expect(decoded[row]?.tokens).toEqual(tokens);
        expect(decoded[row]?.ended).toBe(ended);
        expectClose(decoded[row]?.entropies ?? [], attention.map(entropyOf), 1e-4);
        expect(decoded[row]?.attendedTo).toHaveLength(tokens.length + (ended ? 1 : 0));
        expect(Math.max(...(decoded[row]?.attendedTo ?? []))).toBeLessThan(source.length); // never on padding
        endings.add(ended);
      });
    }
    expect(endings).toEqual(new Set([true, false]));
  });

  it("limits answers to two tokens more than the longest target", () => {
    expect(decodingLimit(8)).toBe(10);
  });
});
