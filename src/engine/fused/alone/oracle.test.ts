/** Compares the networks that only read or only write with PyTorch, in all three computations of the app. */
import {
  concat,
  reshape,
  type Tensor,
  tensor1d,
  type Tensor1D,
  valueAndGrads,
} from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type AloneFixture,
  atLetters,
  type Computed,
  deviationsOf,
  readAloneFixtures,
} from "../../../testing/aloneFixtures";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { flatten } from "../../../testing/fixtureValues";
import { worstError } from "../../../testing/worstError";
import { runAlone as runOnTensors } from "../../model/alone";
import { noDropout } from "../../model/dropout";
import { readTensor } from "../../model/readTensor";
import { plainResult } from "../../model/scope";
import { viewWeights, type Weights } from "../../model/weights";
import { referenceClassify, referenceGenerate } from "../../reference/alone";
import { referenceParameters } from "../../reference/parameters";
import { noMasks } from "../../training/dropoutMasks";
import { aloneLearner } from "./learner";
import { aloneLossAndGradient } from "./network";
import type { Ops } from "../ops";
import { createPlainOps } from "../plain/plainOps";
import { createWasmOps } from "../wasm/wasmOps";

const TOLERANCE = { forward: 1e-5, gradient: 1e-4, adam: 1e-5 } as const;
const UNCLIPPED = 1e30;

const fixtures = readAloneFixtures();
const statesName = ({ shape }: AloneFixture) => (shape.alone === "classifier" ? "last" : "states");
const faulty = (all: ReturnType<typeof deviationsOf>) =>
  all.filter(({ group, error }) => !(error <= TOLERANCE[group]));

describe("the fixtures", () => {
  it("hold every cell, depth and direction of both kinds", () => {
    const names = fixtures.map(({ name }) => name);
    expect(names).toHaveLength(20);
    for (const cell of ["rnn", "gru", "lstm"])
      for (const layers of [1, 2]) {
        expect(names).toContain(`classifier-${cell}-${layers}layer-bi`);
        expect(names).toContain(`generator-${cell}-${layers}layer-uni`);
      }
  });
});

describe("plain arrays have PyTorch's logits", () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("%s", (_, fixture) => {
    const { shape, batch } = fixture;
    const p = referenceParameters(shape, [...fixture.parameters]);
    const logits = batch.sourceLengths.flatMap((length, b) => {
      const from = b * batch.sourceLength;
      const ids = Array.from(batch.source.subarray(from, from + length));
      if (shape.alone === "classifier") return referenceClassify(p, shape, ids);
      const said = referenceGenerate(p, shape, { ids, label: batch.labels[b] ?? 0 });
      const silent = Array.from({ length: batch.sourceLength - length }, () =>
        said[0]?.map(() => 0),
      );
      return [...said, ...silent].flatMap((row) => row ?? []);
    });
    const expected = fixture.tensors.get("forward/logits")?.data ?? [];
    expect(worstError(logits, expected)).toBeLessThan(1e-12);
  });
});

/** The network on the tensor library, and the gradient that the library finds. */
function onTensors(fixture: AloneFixture): Computed {
  const { shape, batch } = fixture;
  const byLetter = shape.alone === "generator";
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(fixture.parameters));
    const names = [...weights.keys()];
    const { logits, states } = runOnTensors(weights, shape, batch, noDropout);
    const { value, grads } = valueAndGrads((...views: Tensor[]) => {
      const named: Weights = new Map(names.map((name, i) => [name, views[i] as Tensor]));
      return runOnTensors(named, shape, batch, noDropout).loss;
    })([...weights.values()]);
    const gradient = concat<Tensor1D>(grads.map((part) => reshape(part, [-1])));
    const read = (values: Tensor) => atLetters(readTensor(values), batch);
    return {
      states: read(states.at(-1) as Tensor),
      logits: byLetter ? read(logits) : Array.from(readTensor(logits)),
      loss: readTensor(value)[0] ?? Number.NaN,
      gradient: Float32Array.from(readTensor(gradient)),
    };
  });
}

describe.each(["cpu", "wasm"] as const)("the tensor library on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("has PyTorch's states, logits, losses and gradients", () => {
    for (const fixture of fixtures)
      expect([fixture.name, faulty(deviationsOf(fixture, onTensors(fixture), "states"))]).toEqual([
        fixture.name,
        [],
      ]);
  });
});

async function onOps(ops: Ops, fixture: AloneFixture): Promise<Computed> {
  const { shape, batch, parameters } = fixture;
  const learner = aloneLearner(ops, shape, { parameters });
  const said = await learner.say(batch);
  const loss = await learner.loss(batch);
  learner.dispose();
  const gradient = await ops.scope(() => {
    const model = { ops, shape, parameters: ops.matrix(parameters, 1, parameters.length) };
    return ops.read(aloneLossAndGradient(model, batch, noMasks).gradient);
  });
  if (shape.alone === "classifier") return { ...said, loss, gradient };
  const { states, logits } = said;
  return { states: atLetters(states, batch), logits: atLetters(logits, batch), loss, gradient };
}

const implementations: readonly (readonly [string, () => Promise<Ops | null>])[] = [
  ["plain", () => Promise.resolve(createPlainOps())],
  ["wasm", createWasmOps],
];

describe.each(implementations)("%s operations", (_, create) => {
  let ops: Ops;
  beforeAll(async () => {
    const created = await create();
    if (!created) throw new Error("expected WebAssembly SIMD, which this platform lacks");
    ops = created;
  });

  it("have PyTorch's states, logits, losses and gradients", async () => {
    for (const fixture of fixtures) {
      const computed = await onOps(ops, fixture);
      const found = faulty(deviationsOf(fixture, computed, statesName(fixture)));
      expect([fixture.name, found]).toEqual([fixture.name, []]);
    }
  });

  it("make PyTorch's update", async () => {
    for (const { name, ...fixture } of fixtures) {
      const learner = aloneLearner(ops, fixture.shape, { parameters: fixture.parameters });
      const how = { learningRate: fixture.learningRate, clipNorm: UNCLIPPED };
      await learner.step(fixture.batch, how, noMasks);
      const { parameters, moments } = await learner.save();
      learner.dispose();
      const expected = flatten({ name, ...fixture }, "adam");
      expect(moments.updates).toBe(1);
      expect([name, worstError(parameters, expected) <= 1e-4]).toEqual([name, true]);
    }
  });

  it("do not see padding", async () => {
    for (const fixture of fixtures) {
      const { shape, batch, parameters } = fixture;
      const learner = aloneLearner(ops, shape, { parameters });
      const wider = widened(batch);
      const [narrow, wide] = [await learner.loss(batch), await learner.loss(wider)];
      learner.dispose();
      expect(wide).toBeCloseTo(narrow, 6);
    }
  });
});

/** The same names with three more positions of padding, which hold letters that no one may read. */
function widened(batch: AloneFixture["batch"]): AloneFixture["batch"] {
  const sourceLength = batch.sourceLength + 3;
  const widen = (ids: Int32Array) =>
    Int32Array.from({ length: batch.size * sourceLength }, (_, i) => {
      const [b, n] = [Math.floor(i / sourceLength), i % sourceLength];
      return n < batch.sourceLength ? (ids[b * batch.sourceLength + n] ?? 0) : 5;
    });
  return { ...batch, sourceLength, source: widen(batch.source), targets: widen(batch.targets) };
}
