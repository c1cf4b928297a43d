import { memory, tensor1d } from "@tensorflow/tfjs-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { runAsyncToEnd } from "../chunks";
import { plainResult } from "../model/scope";
import { batchLoss } from "../model/networks";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { referenceEncode } from "../reference/encoder";
import { softmax } from "../reference/linearAlgebra";
import { referenceParameters } from "../reference/parameters";
import { referenceInitial, referenceStep } from "../reference/seq2seq";
import { createRandom } from "../rng";
import type { Pair } from "../tasks/task";
import { EOS, SOS } from "../text/tokens";
import { evaluate } from "./evaluation";
import { evaluateFully } from "./fullEvaluation";
import { predictTeacherForced } from "./teacherForcedPredictions";
import type { Predictor } from "./learner";
import { textbook } from "./textbookLearner";

const PAIRS = ["a", "bb", "cab", "bbca", "abca", "cc"].map(copyPair);
const held: Predictor[] = [];

/** A predictor that is disposed of after the test. */
function predictorOn(shape: ModelShape, flat: Float32Array): Predictor {
  const predictor = textbook.predictor(shape, flat);
  held.push(predictor);
  return predictor;
}

function predictorOf(shape: ModelShape, seed = 3): Predictor {
  const flat = initialParameters(shape, createRandom(seed)).map((x) => 3 * x); // far from uniform
  return predictorOn(shape, flat);
}

async function judge(
  shape: ModelShape,
  { heldOut = PAIRS, longer = [] }: { heldOut?: Pair[]; longer?: Pair[] } = {},
  predictor = predictorOf(shape),
) {
  const model = { task: tinyTask, shape, predictor };
  return runAsyncToEnd(evaluateFully(model, { heldOut, longer }));
}

async function forced(shape: ModelShape, predictor: Predictor, pairs: Pair[]) {
  const parameters = await predictor.readParameters();
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    return predictTeacherForced(weights, shape, makeBatch(tinyTask, pairs));
  });
}

afterEach(() => {
  for (const predictor of held.splice(0)) predictor.dispose();
});

describe("full evaluation", () => {
  beforeAll(() => startNodeBackend("cpu"));

  const shapes: [string, ModelShape][] = [
    ["additive, Bahdanau", tinyShape],
    ["dot, Luong", { ...tinyShape, attention: "dot", timing: "luong" }],
    [
      "two layers, both ways, LSTM",
      { ...tinyShape, cell: "lstm", layers: 2, direction: "bidirectional", attention: "general" },
    ],
    ["no attention", { ...tinyShape, attention: "none" }],
  ];

  it.each(shapes)(
    "has the plain-array reference's predictions under teacher forcing: %s",
    async (_, shape) => {
      const predictor = predictorOf(shape);
      const p = referenceParameters(shape, Array.from(await predictor.readParameters()));
      const predictions = await forced(shape, predictor, PAIRS); // padded: lengths 1 to 4
      PAIRS.forEach(({ source: letters }, row) => {
        const ids = letters.map((letter) => tinyTask.sourceVocabulary.idOf(letter));
        const source = referenceEncode(p, shape, [...ids, EOS]);
        let before = referenceInitial(shape, source);
        const steps = [SOS, ...ids].map((id) => {
          const step = referenceStep(p, shape, source, { id, before });
          before = step.next;
          return step;
        });
        const probabilities = steps.map(({ logits }) => softmax(logits));
        const losses = probabilities.map((each, t) => -Math.log(each[[...ids, EOS][t] ?? 0] ?? 0));
        const answers = probabilities.map((each) => each.indexOf(Math.max(...each)));
        expectClose(predictions[row]?.losses ?? [], losses, 1e-4);
        expect(Array.from(predictions[row]?.answers ?? [])).toEqual(answers);
        const weights = predictions[row]?.weights ?? null;
        expect(weights === null).toBe(shape.attention === "none");
        const expected = steps.flatMap(({ attended }) => attended?.weights ?? []);
        expectClose(weights?.flatMap((each) => Array.from(each)) ?? [], expected, 1e-4);
      });
    },
  );

  it("has the same loss as training on the same batch", async () => {
    const predictor = predictorOf(tinyShape);
    const batch = makeBatch(tinyTask, PAIRS);
    const parameters = await predictor.readParameters();
    const loss = plainResult(
      () =>
        batchLoss(viewWeights(tinyShape, tensor1d(parameters)), tinyShape, {
          batch,
          inputs: batch.targetIn,
        }).dataSync()[0] ?? 0,
    );
    const { metrics, examples } = await judge(tinyShape, {}, predictor);
    expect(Math.log(metrics.perplexity)).toBeCloseTo(loss, 5);
    const sum = examples.reduce((total, each) => total + each.loss * each.tokens, 0);
    const tokens = examples.reduce((total, each) => total + each.tokens, 0);
    expect(sum / tokens).toBeCloseTo(loss, 5);
  });

  it("gives a model with equal probabilities a perplexity of V and uniform weights", async () => {
    const predictor = predictorOn(tinyShape, new Float32Array(parameterCount(tinyShape)));
    const { metrics } = await judge(tinyShape, {}, predictor);
    expect(metrics.perplexity).toBeCloseTo(tinyTask.targetVocabulary.size, 4);
    expect(metrics.attention?.entropy).toBeCloseTo(metrics.attention?.largestEntropy ?? 0, 5);
    // Each of a pair's n + 1 tokens has weight 1 / (n + 1) on its gold position: 1 for each pair.
    const tokens = PAIRS.reduce((sum, { target }) => sum + target.length + 1, 0);
    expect(metrics.attention?.goldMass).toBeCloseTo(PAIRS.length / tokens, 6);
  });

  it("agrees with the regular evaluation on the metrics of both", async () => {
    const predictor = predictorOf(tinyShape);
    const scores = await runAsyncToEnd(
      evaluate({ task: tinyTask, shape: tinyShape, predictor }, PAIRS),
    );
    const { metrics } = await judge(tinyShape, {}, predictor);
    expect(metrics.exactMatch).toBe(scores.exactMatch);
    expect(metrics.freeAccuracy).toBe(scores.tokenAccuracy);
    expect(metrics.attention?.alignmentError).toBe(scores.alignmentError);
  });

  it("counts every held-out example once by length, and longer ones separately", async () => {
    const longer = ["abcabc", "cccccc", "abcabcabc"].map(copyPair);
    const { byLength, examples, metrics } = await judge(tinyShape, { longer });
    expect(examples.map(({ source }) => source.join(""))).toEqual(
      PAIRS.map(({ source }) => source.join("")),
    );
    const seen = byLength.filter(({ isSeen }) => isSeen);
    expect(seen.map(({ length, examples: count }) => [length, count])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 2],
    ]);
    const matches = seen.reduce((sum, each) => sum + each.matches, 0);
    expect(matches / PAIRS.length).toBe(metrics.exactMatch);
    const unseen = byLength.filter(({ isSeen }) => !isSeen);
    expect(unseen.map(({ length, examples: count }) => [length, count])).toEqual([
      [6, 2],
      [9, 1],
    ]);
  });

  it("has the accuracy of the answers by position, and the same first errors fed either way", async () => {
    const predictor = predictorOf(tinyShape);
    const { byPosition, examples, metrics } = await judge(tinyShape, {}, predictor);
    const lined = examples.map(({ expected, answer, ended }) => ({
      truth: `${expected}$`,
      said: answer + (ended ? "$" : ""),
    }));
    const isRight = (t: number) => (each: (typeof lined)[number]) => each.said[t] === each.truth[t];
    const predictions = await forced(tinyShape, predictor, PAIRS);
    const forcedRight = predictions.map(({ answers }, row) => {
      const truth = PAIRS[row]?.target.map((token) => tinyTask.targetVocabulary.idOf(token)) ?? [];
      return [...truth, EOS].map((id, t) => answers[t] === id);
    });
    byPosition.forEach((score, t) => {
      const there = lined.filter(({ truth }) => truth.length > t);
      expect([score.position, score.examples]).toEqual([t + 1, there.length]);
      expect(score.freeRight).toBe(there.filter(isRight(t)).length);
      expect(score.forcedRight).toBe(forcedRight.filter((right) => right[t]).length);
      // Up to the first error both are fed the same, so the first error of a forced answer stands there, too.
      expect(score.firstErrors).toBe(
        forcedRight.filter((right) => right.indexOf(false) === t).length,
      );
    });
    const sum = (name: "examples" | "freeRight" | "forcedRight" | "firstErrors"): number =>
      byPosition.reduce((total, score) => total + score[name], 0);
    expect(sum("freeRight") / sum("examples")).toBe(metrics.freeAccuracy);
    expect(sum("forcedRight") / sum("examples")).toBe(metrics.forcedAccuracy);
    expect(sum("firstErrors")).toBe(examples.filter(({ isExact }) => !isExact).length);
    expect(sum("firstErrors")).toBeGreaterThan(0);
  });

  it("reverses the gold links with the source, and reports the source as written", async () => {
    const predictor = predictorOf(tinyShape);
    const backwards = PAIRS.map((pair) => ({
      source: pair.source.toReversed(),
      target: pair.target,
      gold: pair.source.map((_, t) => [pair.source.length - 1 - t]),
    }));
    const reversed = await judge({ ...tinyShape, sourceOrder: "reversed" }, {}, predictor);
    const forwards = await judge(tinyShape, { heldOut: backwards }, predictor);
    expect(reversed.metrics).toEqual(forwards.metrics);
    expect(reversed.examples[2]?.source).toEqual(["c", "a", "b"]);
  });

  it("has no attention metrics without attention, no gold mass without gold, and BLEU only for words", async () => {
    expect((await judge({ ...tinyShape, attention: "none" })).metrics).toMatchObject({
      attention: null,
      bleu: null,
    });
    const unaligned = PAIRS.map((pair) => ({ ...pair, gold: null }));
    expect((await judge(tinyShape, { heldOut: unaligned })).metrics.attention).toMatchObject({
      alignmentError: null,
      goldMass: null,
    });
    const predictor = predictorOf(tinyShape);
    const task = { ...tinyTask, targetUnit: "word" as const };
    const model = { task, shape: tinyShape, predictor };
    const { metrics } = await runAsyncToEnd(evaluateFully(model, { heldOut: PAIRS, longer: [] }));
    expect(metrics.bleu).toBeGreaterThanOrEqual(0);
    expect(metrics.bleu).toBeLessThanOrEqual(1);
  });

  it("reports its progress and leaves no tensor behind", async () => {
    const predictor = predictorOf(tinyShape);
    const model = { task: tinyTask, shape: tinyShape, predictor };
    const before = memory().numTensors;
    const told: number[] = [];
    const heldOut = Array.from({ length: 70 }, (_, i) => copyPair("abc".slice(i % 3)));
    const exam = { heldOut, longer: [copyPair("abcabc")] };
    await runAsyncToEnd(evaluateFully(model, exam, (done) => told.push(done)));
    expect(told).toEqual([64, 70, 71]);
    expect(memory().numTensors).toBe(before);
  });
});
