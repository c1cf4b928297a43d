/** The trace's reading order, its choice of tokens, and its length. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { GREEDY, INITIAL_SHOW, type Show } from "../show";
import type { Trace } from "../results/trace";
import { traceExample } from "../../testing/textbookTrace";
import type { TracedExample } from "./planTrace";

const RANDOM = initialParameters(tinyShape, createRandom(4));
const ZEROS = new Float32Array(parameterCount(tinyShape)); // all tokens are equally probable
const REVERSED: ModelShape = { ...tinyShape, sourceOrder: "reversed" };

function trace(
  { source = ["a", "b", "c"], answer = null, ...show }: Partial<TracedExample> & Partial<Show>,
  { shape = tinyShape, parameters = RANDOM } = {},
): Trace {
  const example = { source, answer, show: { ...INITIAL_SHOW, ...show } };
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    return traceExample({ task: tinyTask, shape, weights, runId: null, trainedSteps: 0 }, example);
  });
}

const sampled = (sampleSeed: number, parameters = RANDOM) =>
  trace(
    { choosing: { ...GREEDY, method: "sampling", temperature: 2, sampleSeed } },
    { parameters },
  );

const texts = (tokens: Trace["source"]) => tokens.map(({ text }) => text).join("");
const said = ({ steps }: Trace) => steps.map(({ chosen }) => chosen.id);

describe("the trace of a reversed source", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has source and gold links in reading order, <eos> last, and the answer as written", () => {
    const read = trace({ answer: copyPair("abc"), feeding: "truth" }, { shape: REVERSED });
    expect(read.source.map(({ id }) => id)).toEqual([6, 5, 4, 2]);
    expect(texts(read.source.slice(0, 3))).toBe("cba");
    expect(read.gold).toEqual([[2], [1], [0], [3]]);
    expect(texts(read.expected?.slice(0, 3) ?? [])).toBe("abc");
  });

  it("is the trace of the source written backwards, with and without a known answer", () => {
    const pair = copyPair("abc");
    const turned = { ...pair, source: pair.source.toReversed() };
    for (const answer of [pair, null]) {
      const read = trace({ answer, feeding: "truth" }, { shape: REVERSED });
      const written = {
        answer: answer && turned,
        source: turned.source,
        feeding: "truth",
      } as const;
      const forward = trace(written);
      expect(read.encoder).toEqual(forward.encoder);
      expect(read.steps).toEqual(forward.steps);
      expect(texts(read.source)).toBe(texts(forward.source));
    }
  });
});

describe("the trace of a sampled answer", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("is the same for the same seed, differs for others, and holds both settings", () => {
    expect(sampled(3)).toEqual(sampled(3));
    expect(sampled(3).decoding).toEqual({ kind: "sampling", temperature: 2, seed: 3 });
    const answers = Array.from({ length: 8 }, (_, i) => said(sampled(i + 1)).join());
    expect(new Set(answers).size).toBeGreaterThan(4);
  });

  it("has an independent draw at every step", () => {
    const alike = Array.from({ length: 8 }, (_, i) => new Set(said(sampled(i + 1, ZEROS))).size);
    expect(Math.max(...alike)).toBeGreaterThan(2);
  });

  it("approaches the greedy answer as the temperature falls", () => {
    const cold = { ...GREEDY, method: "sampling", temperature: 0.001 } as const;
    expect(said(trace({ choosing: cold }))).toEqual(said(trace({})));
  });
});

describe("an answer longer than the task's longest", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(["greedy", "beam"] as const)("has enough steps: %s", (method) => {
    const choosing = { ...GREEDY, method, beamWidth: 1 };
    const answer = copyPair("abcabcabca"); // the task's have four
    const decoded = trace({ source: answer.source, answer, choosing }, { parameters: ZEROS });
    expect(decoded.steps).toHaveLength(12); // two beyond the right answer
    expect(decoded.ending).toBe("limit");
  });
});

describe("ties", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(["greedy", "beam"] as const)(
    "go to the smallest id, for the chosen token and for the candidates: %s",
    (method) => {
      const decoded = trace(
        { choosing: { ...GREEDY, method, beamWidth: 1 } },
        { parameters: ZEROS },
      );
      expect(decoded.steps).toHaveLength(6); // never <eos>
      for (const { chosen, top } of decoded.steps) {
        expect(chosen.id).toBe(0);
        expect(top.map(({ token }) => token.id)).toEqual([0, 1, 2, 3, 4]);
      }
    },
  );
});
