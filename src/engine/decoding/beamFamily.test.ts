/** Compares beam search with a search by the plain-array reference, which decodes every path from scratch. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { sourceTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { referenceEncode } from "../reference/encoder";
import { softmax } from "../reference/linearAlgebra";
import { referenceParameters } from "../reference/parameters";
import { referenceInitial, referenceStep } from "../reference/seq2seq";
import { createRandom } from "../rng";
import { EOS, SOS } from "../text/tokens";
import type { BeamNode } from "../results/trace";
import { beamSearch } from "./beam";
import { plainCourse, searchAlong } from "./course";
import { NO_EDITS } from "./editPlan";
import { decodeGreedily } from "./greedy";

const PAIR = copyPair("cab");
const SOURCE = [...PAIR.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
const WIDTH = 3;
const LIMIT = 5;
const SEEDS = [1, 2, 3, 4, 5, 6];

/** Each of these passes something different to the next step: h, c, the states of two layers, h~. */
const MEMBERS: readonly ModelShape[] = [
  { ...tinyShape, cell: "rnn", attention: "none" },
  { ...tinyShape, cell: "lstm" },
  { ...tinyShape, cell: "lstm", layers: 2, direction: "bidirectional", attention: "concat" },
  { ...tinyShape, layers: 2, attention: "general", timing: "luong", inputFeeding: "on" },
];

interface Beginning {
  readonly path: readonly number[];
  readonly total: number;
}

const randomModel = (shape: ModelShape, seed: number): Float32Array =>
  initialParameters(shape, createRandom(seed)).map((x) => 2.5 * x);

function search(shape: ModelShape, parameters: Float32Array, width = WIDTH) {
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    const handover = handOver(weights, shape, sourceTensors(makeBatch(tinyTask, [PAIR])));
    const settings = { width, limit: LIMIT };
    const beam = beamSearch(NO_EDITS, tinyTask.targetVocabulary, settings);
    return searchAlong(plainCourse(handover), beam);
  });
}

/** Log-probabilities of the tokens after a path, which is decoded from scratch. */
function referenceNext(
  shape: ModelShape,
  parameters: Float32Array,
): (path: Beginning["path"]) => number[] {
  const p = referenceParameters(shape, Array.from(parameters));
  const source = referenceEncode(p, shape, SOURCE);
  return (path) => {
    let before = referenceInitial(shape, source);
    let logits: readonly number[] = [];
    for (const id of [SOS, ...path])
      ({ logits, next: before } = referenceStep(p, shape, source, { id, before }));
    return softmax(logits).map(Math.log);
  };
}

/** The survivors of each step, most probable first, and the answer. */
function referenceBeam(shape: ModelShape, parameters: Float32Array) {
  const next = referenceNext(shape, parameters);
  const layers: Beginning[][] = [];
  let live: Beginning[] = [{ path: [], total: 0 }];
  let finished: Beginning | undefined;
  const isWorse = (a: Beginning | undefined, b: Beginning | undefined) =>
    (a?.total ?? -Infinity) <= (b?.total ?? -Infinity);
  while (layers.length < LIMIT && !isWorse(live[0], finished)) {
    const survivors = live
      .flatMap(({ path, total }) =>
        next(path).map((x, id) => ({ path: [...path, id], total: total + x })),
      )
      .toSorted((a, b) => b.total - a.total)
      .slice(0, WIDTH);
    layers.push(survivors);
    const ended = survivors.find(({ path }) => path.at(-1) === EOS); // the most probable one that ended now
    if (!isWorse(ended, finished)) finished = ended;
    live = survivors.filter(({ path }) => path.at(-1) !== EOS);
  }
  return { layers, answer: finished ?? live[0] };
}

/** A node's path from <sos>. */
function pathTo(nodes: readonly BeamNode[], node: BeamNode | undefined): number[] {
  return node ? [...pathTo(nodes, nodes[node.parent]), node.token.id] : [];
}

const survivorsOf = (nodes: readonly BeamNode[], step: number) =>
  nodes.filter((node) => node.step === step && node.fate !== "pruned");

const best = (nodes: readonly BeamNode[]) =>
  Math.max(-Infinity, ...nodes.map(({ total }) => total));

describe("beam search of width 3", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(MEMBERS.map((shape) => [memberName(shape), shape] as const))(
    "keeps at every step the paths of the reference search: %s",
    (_name, shape) => {
      for (const seed of SEEDS) {
        const parameters = randomModel(shape, seed);
        const { nodes, path } = search(shape, parameters);
        const { layers, answer } = referenceBeam(shape, parameters);
        expect(path).toEqual(answer?.path);
        layers.forEach((expected, step) => {
          const survivors = survivorsOf(nodes, step);
          expect(survivors.map((node) => pathTo(nodes, node))).toEqual(
            expected.map((beginning) => beginning.path),
          );
          survivors.forEach(({ total }, i) =>
            expect(total).toBeCloseTo(expected[i]?.total ?? Number.NaN, 4),
          );
        });
        expect(survivorsOf(nodes, layers.length)).toEqual([]);
      }
    },
  );

  it("ends as soon as a finished answer is at least as probable as every live path", () => {
    let early = 0;
    for (const shape of MEMBERS)
      for (const seed of SEEDS) {
        const { nodes } = search(shape, randomModel(shape, seed));
        const steps = 1 + Math.max(...nodes.map(({ step }) => step));
        for (let t = 0; t < steps; t++) {
          const finished = nodes.filter(({ step, fate }) => step <= t && fate === "ended");
          const kept = nodes.filter(({ step, fate }) => step === t && fate === "kept");
          const isDecided = best(finished) >= best(kept);
          expect(isDecided || t === LIMIT - 1).toBe(t === steps - 1);
        }
        if (steps < LIMIT) early += 1;
      }
    expect(early).toBeGreaterThan(0);
  });
});

describe("ties", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("go to the smallest id, with width 1 as in greedy decoding", () => {
    const parameters = new Float32Array(parameterCount(tinyShape)); // all tokens are equally probable
    const { path } = search(tinyShape, parameters, 1);
    const [greedy] = plainResult(() =>
      decodeGreedily(
        viewWeights(tinyShape, tensor1d(parameters)),
        tinyShape,
        makeBatch(tinyTask, [PAIR]),
        LIMIT,
      ),
    );
    expect(path).toEqual([0, 0, 0, 0, 0]);
    expect(greedy?.tokens).toEqual(path);
  });
});
