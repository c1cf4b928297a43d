/** Compares beam search with greedy decoding, with exhaustive search, and with the rules of its tree. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { familyShapes, memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { sourceTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters } from "../setup/learnedParameters";
import { referenceEncode } from "../reference/encoder";
import { softmax } from "../reference/linearAlgebra";
import { referenceParameters } from "../reference/parameters";
import { type ReferenceDecoderState, referenceInitial, referenceStep } from "../reference/seq2seq";
import { createRandom } from "../rng";
import { EOS, SOS } from "../text/tokens";
import { TOP_PRUNED } from "../results/trace";
import { beamSearch } from "./beam";
import { plainCourse, searchAlong } from "./course";
import { NO_EDITS } from "./editPlan";
import { decodeGreedily } from "./greedy";

const PAIR = copyPair("cab");
const SOURCE = [...PAIR.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];

function randomModel(shape: ModelShape, seed: number): Float32Array {
  return initialParameters(shape, createRandom(seed)).map((x) => 2.5 * x);
}

function search(shape: ModelShape, parameters: Float32Array, width: number, limit: number) {
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    const source = sourceTensors(makeBatch(tinyTask, [PAIR]));
    const course = plainCourse(handOver(weights, shape, source));
    const settings = { width, limit };
    return searchAlong(course, beamSearch(NO_EDITS, tinyTask.targetVocabulary, settings));
  });
}

/** The most probable finished answer of at most `limit` tokens, by exhaustive search. */
function best(shape: ModelShape, parameters: Float32Array, limit: number) {
  const p = referenceParameters(shape, Array.from(parameters));
  const source = referenceEncode(p, shape, SOURCE);
  let winner = { path: [] as number[], total: -Infinity };
  const explore = (path: number[], total: number, before: ReferenceDecoderState): void => {
    if (path.length === limit || total < winner.total) return;
    const step = referenceStep(p, shape, source, { id: path.at(-1) ?? SOS, before });
    softmax(step.logits).forEach((probability, id) => {
      const next = { path: [...path, id], total: total + Math.log(probability) };
      if (id !== EOS) explore(next.path, next.total, step.next);
      else if (next.total > winner.total) winner = next;
    });
  };
  explore([], 0, referenceInitial(shape, source));
  return winner;
}

describe("beam search", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("with width 1 is greedy decoding, for every member of the family", () => {
    const endings = new Set<boolean>();
    for (const shape of familyShapes(5, 3)) {
      const parameters = randomModel(shape, 2);
      const [greedy] = plainResult(() =>
        decodeGreedily(
          viewWeights(shape, tensor1d(parameters)),
          shape,
          makeBatch(tinyTask, [PAIR]),
          6,
        ),
      );
      const { path, nodes } = search(shape, parameters, 1, 6);
      const answer = [...(greedy?.tokens ?? []), ...(greedy?.ended ? [EOS] : [])];
      expect({ member: memberName(shape), path }).toEqual({
        member: memberName(shape),
        path: answer,
      });
      expect(nodes.every(({ fate, isAnswer }) => isAnswer === (fate !== "pruned"))).toBe(true);
      endings.add(greedy?.ended ?? false);
    }
    expect(endings).toEqual(new Set([true, false]));
  });

  it("with a width larger than the number of paths finds the most probable answer", () => {
    let differs = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const parameters = randomModel(tinyShape, seed);
      const wanted = best(tinyShape, parameters, 3);
      const found = search(tinyShape, parameters, 7 ** 3, 3);
      expect(found.path).toEqual(wanted.path);
      const last = found.nodes.findLast(({ isAnswer }) => isAnswer);
      expect(last?.total).toBeCloseTo(wanted.total, 4);
      if (search(tinyShape, parameters, 1, 3).path.join() !== wanted.path.join()) differs += 1;
    }
    expect(differs).toBeGreaterThan(0); // greedy misses some of them, so the test is not trivial
  });

  it("keeps at most `width` paths in each step, the most probable ones, and sums along each path", () => {
    const width = 3;
    const { nodes, path } = search(tinyShape, randomModel(tinyShape, 3), width, 6);
    for (const node of nodes) {
      const parent = nodes[node.parent] ?? { step: -1, fate: "kept", total: 0 }; // after <sos>
      expect(node.step).toBe(parent.step + 1);
      expect(parent.fate).toBe("kept");
      expect(node.total).toBeCloseTo(parent.total + node.logProbability, 10);
      expect(node.fate === "ended").toBe(node.fate !== "pruned" && node.token.id === EOS);
    }
    for (let t = 0; t <= Math.max(...nodes.map(({ step }) => step)); t++) {
      const siblings = nodes.filter(({ step }) => step === t);
      const survivors = siblings.filter(({ fate }) => fate !== "pruned");
      const pruned = siblings.filter(({ fate }) => fate === "pruned");
      expect(survivors.length).toBeLessThanOrEqual(width);
      const weakest = Math.min(...survivors.map(({ total }) => total));
      expect(Math.max(-Infinity, ...pruned.map(({ total }) => total))).toBeLessThanOrEqual(weakest);
      expect(pruned).toHaveLength(TOP_PRUNED);
    }
    expect(nodes.filter(({ isAnswer }) => isAnswer).map(({ token }) => token.id)).toEqual(path);
  });

  it("compares every token after every kept path", () => {
    const { nodes, scored } = search(tinyShape, randomModel(tinyShape, 3), 3, 6);
    const live = scored.map((_, t) =>
      t === 0 ? 1 : nodes.filter(({ step, fate }) => step === t - 1 && fate === "kept").length,
    );
    expect(scored).toEqual(live.map((count) => count * tinyShape.targetTokens));
    expect(scored.length).toBe(1 + Math.max(...nodes.map(({ step }) => step)));
  });

  it("returns the most probable path if none ended within the limit", () => {
    const found = search(tinyShape, randomModel(tinyShape, 1), 2, 1);
    expect(found.path).toHaveLength(1);
  });
});
