/** Compares the network on the fused operations with the textbook composition, over the whole family. */
import { type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { expectOfEvery, expectOfEveryInTurn } from "../../testing/expectOfEvery";
import { countedOps, total } from "../../testing/countedOps";
import { familyShapes, memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { exactly, expectSameEntropies } from "../../testing/sameAnswers";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { type Batch, makeBatch } from "../batch";
import * as textbookGreedy from "../decoding/greedy";
import { type Dropout, dropoutBy } from "../model/dropout";
import { drawMasks, type DropoutMasks, noMasks } from "../training/dropoutMasks";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import * as textbookLoss from "../training/lossAndGradient";
import * as textbookForcing from "../training/teacherForcing";
import { decodeGreedily } from "./greedy";
import type { FusedModel } from "./model";
import type { HostOps } from "./ops";
import { lossAndGradient } from "./trainingPass";
import { createPlainOps } from "./plain/plainOps";
import { tokenColumn } from "./positions";
import { chooseInputs } from "./scheduledSampling";

const PAIRS = ["abc", "c", "baca", "ab"].map(copyPair);
const BATCH = makeBatch(tinyTask, PAIRS);
const { size: B, targetLength: T } = BATCH;

const members = familyShapes(5, 3).map((shape) => [memberName(shape), shape] as const);
/** Learned and one-hot input differ only before the first layer, so most members need one of them. */
const most = members.filter(
  ([, { tokenInput, attention }]) => tokenInput === "learned" || attention === "additive",
);
const ops = createPlainOps();

/** Larger weights than a fresh model's, so that attention is not uniform and answers differ. */
function parametersOf(shape: ModelShape): Float32Array {
  return initialParameters(shape, createRandom(3)).map((x) => 2 * x);
}

function modelOf(shape: ModelShape, flat: Float32Array, on: HostOps = ops): HostModel {
  return { ops: on, shape, parameters: on.matrix(flat, 1, flat.length) };
}

/** A model whose numbers can be read at once. */
type HostModel = FusedModel & { readonly ops: HostOps };

interface Result {
  readonly loss: number;
  readonly gradient: Float32Array;
}

function fused(model: HostModel, masks: DropoutMasks = noMasks, batch: Batch = BATCH): Result {
  return model.ops.scope(() => {
    const inputs = tokenColumn(model.ops, batch.targetIn, [batch.size, batch.targetLength]);
    const { loss, gradient } = lossAndGradient(model, { batch, inputs, masks });
    return {
      loss: model.ops.readNow(loss)[0] ?? Number.NaN,
      gradient: model.ops.readNow(gradient),
    };
  });
}

function textbook(shape: ModelShape, flat: Float32Array, dropout: Dropout): Result {
  return plainResult(() => {
    const pass = { batch: BATCH, inputs: BATCH.targetIn, dropout };
    const { loss, gradient } = textbookLoss.lossAndGradient(shape, tensor1d(flat), pass);
    return { loss: read(loss)[0] ?? Number.NaN, gradient: read(gradient) };
  });
}

function read(x: Tensor): Float32Array {
  return Float32Array.from(x.dataSync<"float32">());
}

function expectSame(ours: Result, theirs: Result): void {
  expectClose([ours.loss], [theirs.loss], 1e-5);
  expectClose(ours.gradient, theirs.gradient, 1e-4);
}

describe("the fused network", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has the textbook's loss and gradient, and drops the same units for the same stream, for every member", () => {
    expectOfEvery(members, (shape) => {
      const flat = parametersOf(shape);
      const [ours, theirs] = [createRandom(8), createRandom(8)];
      expectSame(
        fused(modelOf(shape, flat), drawMasks(0.3, ours)),
        textbook(shape, flat, dropoutBy(drawMasks(0.3, theirs))),
      );
      expect(ours.position()).toEqual(theirs.position());
    });
  });

  it("ignores padding, for every member", () => {
    expectOfEvery(most, (shape) => {
      const model = modelOf(shape, parametersOf(shape));
      const padded = makeBatch(tinyTask, PAIRS, {
        sourceLength: 2 * BATCH.sourceLength,
        targetLength: 2 * T,
      });
      const [ours, theirs] = [fused(model, noMasks, padded), fused(model)];
      expect(ours.loss).toBeCloseTo(theirs.loss, 5);
      expectClose(ours.gradient, theirs.gradient, 1e-5);
    });
  });

  it("feeds the same inputs under scheduled sampling, for every member", () => {
    expectOfEvery(most, (shape) => {
      const flat = parametersOf(shape);
      const coins = createRandom(2);
      const truthFed = Array.from({ length: B * T }, (__, i) => i % T === 0 || coins.next() < 0.5);
      const [ours, theirs] = [createRandom(8), createRandom(8)];
      const masks = drawMasks(0.3, ours);
      const fed = ops.readNow(chooseInputs(modelOf(shape, flat), BATCH, truthFed, masks));
      const expected = plainResult(() => {
        const choice = { truthFed, dropout: dropoutBy(drawMasks(0.3, theirs)) };
        const weights = viewWeights(shape, tensor1d(flat));
        return textbookForcing.chooseInputs(weights, shape, BATCH, choice);
      });
      expect(byPair(fed)).toEqual([...expected]);
      expect(ours.position()).toEqual(theirs.position());
    });
  });

  it("decodes the same answers, for every member", async () => {
    await expectOfEveryInTurn(most, async (shape) => {
      const flat = parametersOf(shape);
      const expected = plainResult(() =>
        textbookGreedy.decodeGreedily(viewWeights(shape, tensor1d(flat)), shape, BATCH, 6),
      );
      const found = await decodeGreedily(modelOf(shape, flat), BATCH, 6);
      expect(exactly(found)).toEqual(exactly(expected));
      expectSameEntropies(found, expected);
    });
  });

  it("feeds the truth without drawing masks if all of it is fed", () => {
    const random = createRandom(1);
    const before = random.position();
    const model = modelOf(tinyShape, parametersOf(tinyShape));
    const truthFed = Array.from({ length: B * T }, () => true);
    const fed = chooseInputs(model, BATCH, truthFed, drawMasks(0.5, random));
    expect(byPair(ops.readNow(fed))).toEqual([...BATCH.targetIn]);
    expect(random.position()).toEqual(before);
  });
});

/** [T B] position by position -> [B T] */
function byPair(values: Float32Array): number[] {
  return Array.from({ length: B * T }, (_, i) => values[(i % T) * B + Math.floor(i / T)] ?? -1);
}

describe("one training step with ten positions on each side", () => {
  const batch = makeBatch(tinyTask, ["abcabcabc", "abcabca"].map(copyPair));

  /** The number of calls, uploads included. */
  function calls(shape: ModelShape): number {
    const { ops: on, counts } = countedOps(createPlainOps());
    const flat = parametersOf(shape);
    const row = () => on.keep(on.matrix(flat, 1, flat.length));
    const learned = { parameters: row(), mean: row(), variance: row() };
    counts.clear();
    const model = { ops: on, shape, parameters: learned.parameters };
    const inputs = tokenColumn(on, batch.targetIn, [batch.size, batch.targetLength]);
    const { gradient } = lossAndGradient(model, { batch, inputs, masks: noMasks });
    on.update(learned, gradient, { clipNorm: 1, learningRate: 0.01, steps: 1 });
    return total(counts);
  }

  it.each([
    ["none", {}, 120],
    ["additive, Bahdanau", { attention: "additive" }, 218],
    [
      "additive, Bahdanau, both directions",
      { attention: "additive", direction: "bidirectional" },
      279,
    ],
    ["additive, Bahdanau, two layers", { attention: "additive", layers: 2 }, 339],
    ["additive, Luong", { attention: "additive", timing: "luong" }, 189],
    ["dot, Luong", { attention: "dot", timing: "luong" }, 180],
    ["dot, Luong, input feeding", { attention: "dot", timing: "luong", inputFeeding: "on" }, 267],
  ] as const)("%s: the number of operations is fixed", (_, change, expected) => {
    expect(calls({ ...tinyShape, attention: "none", ...change })).toBe(expected);
  });
});
