/** Compares the tensor code with the plain-array reference and its gradient with finite differences; tests padding. */
import { dispose, memory, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { everyNth, familyShapes, memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { exactly, expectSameEntropies } from "../../testing/sameAnswers";
import { referenceMean } from "../../testing/referenceMean";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { decodeGreedily } from "../decoding/greedy";
import { traceExample } from "../../testing/textbookTrace";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import type { Vector } from "../reference/linearAlgebra";
import { referenceEncode } from "../reference/encoder";
import { referenceParameters } from "../reference/parameters";
import type { ReferenceCellStep } from "../cells/cell";
import {
  referenceInitial,
  referenceLoss,
  type ReferenceStep,
  referenceStep,
} from "../reference/seq2seq";
import { GREEDY, INITIAL_SHOW } from "../show";
import { createRandom } from "../rng";
import { EOS, SOS } from "../text/tokens";
import type { DecoderStep, GateName, LayerTrace } from "../results/trace";
import { lossAndGradient } from "../training/lossAndGradient";
import { plainResult } from "./scope";
import { viewWeights } from "./weights";

const PAIRS = ["abc", "c", "baca", "ab"].map(copyPair);
const FORWARD_TOLERANCE = 1e-5;
const GRADIENT_TOLERANCE = 1e-4;

/** Learned and one-hot input differ only before the first layer, so most members need one of them. */
const MEMBERS = familyShapes(5, 3).filter(
  ({ tokenInput, attention }) => tokenInput === "learned" || attention === "additive",
);
const named = (shapes: readonly ModelShape[]) =>
  shapes.map((shape) => [memberName(shape), shape] as const);

/** Mean loss of the pairs by the reference, which has no padding. */
const meanLoss = (shape: ModelShape, flat: Vector): number =>
  referenceMean(referenceLoss, PAIRS, shape, flat);

function traceOf(shape: ModelShape, parameters: Float32Array) {
  return plainResult(() =>
    traceExample(
      {
        task: tinyTask,
        shape,
        weights: viewWeights(shape, tensor1d(parameters)),
        runId: null,
        trainedSteps: 0,
      },
      {
        source: ["b", "a", "c"],
        answer: copyPair("bac"),
        show: { ...INITIAL_SHOW, feeding: "truth" },
      },
    ),
  );
}

type Compared = readonly [
  ours: ArrayLike<number> | null | undefined,
  theirs: Vector | null | undefined,
];

function stepQuantities(
  step: DecoderStep,
  { attended, attentional, logits }: ReferenceStep,
): Compared[] {
  return [
    [step.logits, logits],
    [step.attention?.query, attended?.query],
    [step.attention?.scores, attended?.scores],
    [step.attention?.weights, attended?.weights],
    [step.attention?.context, attended?.context],
    [step.attentional, attentional],
  ];
}

function layerQuantities(
  layers: readonly LayerTrace[],
  cells: readonly ReferenceCellStep[],
): Compared[] {
  expect(layers).toHaveLength(cells.length);
  return cells.flatMap(({ gates, state }, l): Compared[] => {
    const layer = layers[l];
    expect(Object.keys(layer?.gates ?? {})).toEqual(Object.keys(gates));
    const names = Object.keys(gates) as GateName[];
    return [
      ...names.map((name): Compared => [layer?.gates[name], gates[name]]),
      [layer?.after.h, state.h],
      [layer?.after.c, state.c],
    ];
  });
}

/** Expects near numbers, or null on both sides. */
function expectSame(ours: Compared[0], theirs: Compared[1]): void {
  expect((ours ?? null) === null).toBe((theirs ?? null) === null);
  expectClose(ours ?? [], theirs ?? [], FORWARD_TOLERANCE);
}

describe("the family", () => {
  it("has every valid combination of cell, depth, direction, score and timing", () => {
    // Of 1 + 5 x 2 + 5 scores with timing and feeding: 16 with one direction, 10 with two; 3 cells, 2 depths, 2 inputs.
    // Beside these, six with one decoder layer after two of the encoder.
    expect(familyShapes(5, 3)).toHaveLength(3 * 2 * 2 * (16 + 10) + 6);
    expect(new Set(familyShapes(5, 3).map(memberName)).size).toBe(318);
  });
});

describe("the tensor code on cpu", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("computes the reference's quantities, for every member", () => {
    expectOfEvery(named(MEMBERS), (shape) => {
      const parameters = initialParameters(shape, createRandom(3));
      const trace = traceOf(shape, parameters);
      const p = referenceParameters(shape, Array.from(parameters));
      const source = referenceEncode(p, shape, [5, 4, 6, EOS]);
      expectClose(trace.encoder.states.data, source.states.flat(), FORWARD_TOLERANCE);
      let before = referenceInitial(shape, source);
      [SOS, 5, 4, 6].forEach((id, t) => {
        const reference = referenceStep(p, shape, source, { id, before });
        const step = trace.steps[t];
        if (!step) throw new Error(`no step ${t}`);
        for (const [ours, theirs] of [
          ...stepQuantities(step, reference),
          ...layerQuantities(step.layers, reference.cells),
          [step.layers[0]?.before.h, before.layers[0]?.h] as const,
          [step.fedAttentional, shape.inputFeeding === "on" ? before.attentional : null] as const,
        ])
          expectSame(ours, theirs);
        before = reference.next;
      });
      expect(trace.steps.map((step) => step.inputOrigin)).toEqual([
        "sos",
        "truth",
        "truth",
        "truth",
      ]);
    });
  });

  // Finite differences need a pass for each parameter, so only the most complex members are tested; the oracle's
  // fixtures test the gradient of every member.
  const HARD = MEMBERS.filter(
    ({ layers, attention, timing, inputFeeding, tokenInput }) =>
      layers === 2 &&
      tokenInput === "learned" &&
      ((attention === "additive" && timing === "bahdanau") ||
        (attention === "general" && inputFeeding === "on")),
  ).map((shape) => ({ ...shape, hiddenSize: 3, embeddingSize: 2 }));

  // A third of the parameters of each member, each member another third than the one before it.
  it("has the gradient of central differences, for every complex member", () => {
    let member = 0;
    expectOfEvery(named(HARD), (shape) => {
      member += 1;
      const parameters = initialParameters(shape, createRandom(3));
      const batch = makeBatch(tinyTask, PAIRS);
      const { loss, gradient } = plainResult(() => {
        const pass = { batch, inputs: batch.targetIn };
        const result = lossAndGradient(shape, tensor1d(parameters), pass);
        return {
          loss: result.loss.dataSync()[0] ?? 0,
          gradient: Array.from(result.gradient.dataSync()),
        };
      });
      const flat = Array.from(parameters);
      expectClose([loss], [meanLoss(shape, flat)], FORWARD_TOLERANCE);
      const step = 1e-5;
      expect(gradient).toHaveLength(parameterCount(shape));
      const chosen = [...flat.keys()].filter((i) => i % 3 === member % 3);
      const slopes = chosen.map((i) => {
        const x = flat[i] ?? 0;
        const up = meanLoss(shape, flat.with(i, x + step));
        return (up - meanLoss(shape, flat.with(i, x - step))) / (2 * step);
      });
      expectClose(
        chosen.map((i) => gradient[i] ?? Number.NaN),
        slopes,
        GRADIENT_TOLERANCE,
      );
    });
  });
});

// The composition of operations is one for both backends, so each member that is tested meets one of them.
describe.each(["cpu", "wasm"] as const)("on %s", (backend) => {
  const SOME = everyNth(MEMBERS, 4, backend === "cpu" ? 0 : 2);
  beforeAll(() => startNodeBackend(backend));

  it("ignores padding: loss, gradient and answers are the same at twice the length, for every fourth member", () => {
    expectOfEvery(named(SOME), (shape) => {
      const parameters = initialParameters(shape, createRandom(3));
      const tight = makeBatch(tinyTask, PAIRS);
      const wide = makeBatch(tinyTask, PAIRS, {
        sourceLength: 2 * tight.sourceLength,
        targetLength: 2 * tight.targetLength,
      });
      const run = (batch: typeof tight) =>
        plainResult(() => {
          const flat = tensor1d(parameters);
          const result = lossAndGradient(shape, flat, { batch, inputs: batch.targetIn });
          const decoded = decodeGreedily(viewWeights(shape, flat), shape, batch, 6);
          const loss = result.loss.dataSync()[0] ?? 0;
          return { loss, gradient: result.gradient.dataSync(), decoded };
        });
      const [narrow, broad] = [run(tight), run(wide)];
      expectClose([broad.loss], [narrow.loss], FORWARD_TOLERANCE);
      expectClose(broad.gradient, narrow.gradient, GRADIENT_TOLERANCE);
      expect(exactly(broad.decoded)).toEqual(exactly(narrow.decoded));
      expectSameEntropies(broad.decoded, narrow.decoded);
    });
  });

  it("leaves no tensor behind, for every fourth member", () => {
    for (const shape of SOME) {
      const flat = tensor1d(initialParameters(shape, createRandom(3)));
      const before = memory().numTensors;
      const batch = makeBatch(tinyTask, PAIRS);
      const { loss, gradient } = lossAndGradient(shape, flat, { batch, inputs: batch.targetIn });
      dispose([loss, gradient]);
      plainResult(() => decodeGreedily(viewWeights(shape, flat), shape, batch, 4));
      for (const method of ["greedy", "beam", "sampling"] as const)
        plainResult(() =>
          traceExample(
            {
              task: tinyTask,
              shape,
              weights: viewWeights(shape, flat),
              runId: null,
              trainedSteps: 0,
            },
            {
              source: ["a"],
              answer: null,
              show: { ...INITIAL_SHOW, choosing: { ...GREEDY, method } },
            },
          ),
        );
      expect(memory().numTensors).toBe(before);
      flat.dispose();
    }
  });
});
