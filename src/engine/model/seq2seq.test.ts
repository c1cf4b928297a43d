/** The tensor code against the reference in plain arrays, and the gradient against finite differences. */
import { memory, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import type { AttentionKind, Timing } from "../config";
import { decodeGreedily } from "../decoding/greedy";
import { traceExample } from "../decoding/traceExample";
import {
  referenceEncode,
  referenceLoss,
  referenceParameters,
  referenceStep,
} from "../reference/seq2seq";
import type { Vector } from "../reference/linearAlgebra";
import { createRandom } from "../rng";
import { EOS, SOS } from "../tokens";
import { makeBatch } from "../batch";
import { lossAndGradient } from "../training/trainer";
import { initialParameters, parameterCount } from "../parameters";
import { plainResult } from "./scope";
import type { ModelShape } from "../modelShape";
import { viewWeights } from "./weights";

const KINDS: AttentionKind[] = ["none", "additive", "dot", "general"];
const TIMINGS: Timing[] = ["bahdanau", "luong"];
const MEMBERS = KINDS.flatMap((attention) =>
  (attention === "none" ? TIMINGS.slice(0, 1) : TIMINGS).map((timing) => ({ attention, timing })),
);
const PAIRS = ["abc", "c", "baca", "ab"].map(copyPair);
const FORWARD_TOLERANCE = 1e-5;
const GRADIENT_TOLERANCE = 1e-4;

function shapeOf(attention: AttentionKind, timing: Timing): ModelShape {
  return { attention, timing, hiddenSize: 5, embeddingSize: 3, sourceTokens: 7, targetTokens: 7 };
}

function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(...Array.from(expected, Math.abs), 1e-9);
  const worst = Math.max(
    ...Array.from(actual, (x, i) => Math.abs(x - (expected[i] ?? Number.NaN))),
  );
  expect(worst / scale).toBeLessThanOrEqual(tolerance);
}

/** Mean loss of the pairs by the reference, which has never heard of padding. */
function referenceMean(shape: ModelShape, flat: Vector): number {
  const p = referenceParameters(shape, flat);
  let [loss, tokens] = [0, 0];
  for (const pair of PAIRS) {
    const target = pair.target.map((x) => tinyTask.targetVocabulary.idOf(x));
    const source = [...pair.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
    loss += referenceLoss(p, shape, {
      source,
      inputs: [SOS, ...target],
      targets: [...target, EOS],
    });
    tokens += target.length + 1;
  }
  return loss / tokens;
}

describe.each(["cpu", "wasm"] as const)("on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  describe.each(MEMBERS)("attention $attention, timing $timing", ({ attention, timing }) => {
    const shape = shapeOf(attention, timing);
    const parameters = initialParameters(shape, createRandom(3));
    const model = { task: tinyTask, shape, trainedSteps: 0 };

    it("computes every quantity of a decoding step as the reference does", () => {
      const trace = plainResult(() =>
        traceExample(
          { ...model, weights: viewWeights(shape, tensor1d(parameters)) },
          { source: ["b", "a", "c"], answer: copyPair("bac"), teacherForcing: true },
        ),
      );
      const p = referenceParameters(shape, Array.from(parameters));
      const states = referenceEncode(p, shape, [5, 4, 6, EOS]);
      expectClose(trace.encoder.states.data, states.flat(), FORWARD_TOLERANCE);
      let s: Vector = states.at(-1) ?? [];
      [SOS, 5, 4, 6].forEach((id, t) => {
        const reference = referenceStep(p, shape, { id, s, states });
        const step = trace.steps[t];
        if (!step) throw new Error(`no step ${t}`);
        const query = timing === "bahdanau" ? s : reference.state;
        const compared: [ArrayLike<number> | null | undefined, Vector | null][] = [
          [step.gates.reset, reference.reset],
          [step.gates.update, reference.update],
          [step.gates.candidate, reference.candidate],
          [step.previousState, s],
          [step.state, reference.state],
          [step.logits, reference.logits],
          [step.attention?.query, attention === "none" ? null : query],
          [step.attention?.scores, reference.scores],
          [step.attention?.weights, reference.weights],
          [step.attention?.context, reference.context],
          [step.attentional, reference.attentional],
        ];
        for (const [ours, theirs] of compared)
          expectClose(ours ?? [], theirs ?? [], FORWARD_TOLERANCE);
        s = reference.state;
      });
      expect(trace.steps.map((step) => step.inputOrigin)).toEqual([
        "sos",
        "truth",
        "truth",
        "truth",
      ]);
    });

    it("has the reference's loss, and the gradient of every parameter by central differences", () => {
      const batch = makeBatch(tinyTask, PAIRS);
      const { loss, gradient } = plainResult(() => {
        const result = lossAndGradient(shape, tensor1d(parameters), batch, batch.targetIn);
        return { loss: result.loss, gradient: Array.from(result.gradient.dataSync()) };
      });
      const flat = Array.from(parameters);
      expectClose([loss], [referenceMean(shape, flat)], FORWARD_TOLERANCE);
      const step = 1e-5;
      const slopes = flat.map((x, i) => {
        const up = referenceMean(shape, flat.with(i, x + step));
        return (up - referenceMean(shape, flat.with(i, x - step))) / (2 * step);
      });
      expect(slopes).toHaveLength(parameterCount(shape));
      expectClose(gradient, slopes, GRADIENT_TOLERANCE);
    });

    it("does not notice padding: twice the length, the same loss, gradient and answers", () => {
      const tight = makeBatch(tinyTask, PAIRS);
      const wide = makeBatch(tinyTask, PAIRS, {
        sourceLength: 2 * tight.sourceLength,
        targetLength: 2 * tight.targetLength,
      });
      const run = (batch: typeof tight) =>
        plainResult(() => {
          const flat = tensor1d(parameters);
          const result = lossAndGradient(shape, flat, batch, batch.targetIn);
          const decoded = decodeGreedily(viewWeights(shape, flat), shape, batch, 6);
          return { loss: result.loss, gradient: result.gradient.dataSync(), decoded };
        });
      const [narrow, broad] = [run(tight), run(wide)];
      expectClose([broad.loss], [narrow.loss], FORWARD_TOLERANCE);
      expectClose(broad.gradient, narrow.gradient, GRADIENT_TOLERANCE);
      expect(broad.decoded).toEqual(narrow.decoded);
    });

    it("leaves no tensor behind", () => {
      const flat = tensor1d(parameters);
      const before = memory().numTensors;
      const batch = makeBatch(tinyTask, PAIRS);
      const { gradient } = lossAndGradient(shape, flat, batch, batch.targetIn);
      gradient.dispose();
      plainResult(() => decodeGreedily(viewWeights(shape, flat), shape, batch, 4));
      plainResult(() =>
        traceExample(
          { ...model, weights: viewWeights(shape, flat) },
          { source: ["a"], answer: null, teacherForcing: true },
        ),
      );
      expect(memory().numTensors).toBe(before);
      flat.dispose();
    });
  });
});
