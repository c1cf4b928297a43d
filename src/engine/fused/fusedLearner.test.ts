/** Compares the fused learner in a trainer with the textbook learner, and a resumed run with an uninterrupted one. */
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { exactly, expectSameEntropies } from "../../testing/sameAnswers";
import { tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { runAsyncToEnd } from "../chunks";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { ALL_SHAPES, testArithmetic } from "../selfTest";
import { evaluateFully } from "../training/fullEvaluation";
import type { Arithmetic, Learner, TrainingExample } from "../training/learner";
import { initialParameters } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { textbook } from "../training/textbookLearner";
import { createTrainer, frozenModel, type Trainer } from "../training/trainer";
import { fusedArithmetic } from "./fusedLearner";
import { gradientAlone } from "./exampleGradient";
import type { HostOps, Ops } from "./ops";
import { createPlainOps } from "./plain/plainOps";
import { createWasmOps } from "./wasm/wasmOps";

const SMALL: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  learningRate: 0.01,
};

/** Members that together use every cell, score, timing and dropout site, and both kinds of feeding. */
const MEMBERS: readonly (readonly [string, Partial<Config>])[] = [
  ["the default set-up", {}],
  ["half of the inputs its own answers", { forcing: 0.5 }],
  ["dropout", { dropout: 0.3, layers: 2 }],
  [
    "LSTM, two layers, bidirectional, dropout, one coin per step",
    {
      cell: "lstm",
      layers: 2,
      direction: "bidirectional",
      dropout: 0.2,
      forcing: 0.6,
      coin: "step",
    },
  ],
  [
    "LSTM, Luong, general, bidirectional, input feeding",
    {
      cell: "lstm",
      direction: "bidirectional",
      timing: "luong",
      attention: "general",
      inputFeeding: "on",
      forcing: 0.5,
    },
  ],
  [
    "GRU, Luong, dot, one-hot, own answers only",
    {
      timing: "luong",
      attention: "dot",
      tokenInput: "onehot",
      forcing: 0,
    },
  ],
  ["plain cells without attention", { cell: "rnn", attention: "none", dropout: 0.2, forcing: 0.5 }],
];

const held = tinyTask.heldOutPairs ?? [];

/** A trainer after `steps` steps, and their losses. */
async function trained(config: Config, arithmetic: Arithmetic, steps: number) {
  const trainer = createTrainer(tinyTask, config, { arithmetic });
  return { trainer, losses: await train(trainer, config, steps) };
}

async function train(trainer: Trainer, config: Config, steps: number): Promise<readonly number[]> {
  for (let i = 0; i < steps; i++) await trainer.step(config);
  return (await trainer.takeLosses()).map(({ loss }) => loss);
}

const operations: readonly (readonly [string, () => Promise<HostOps | null>])[] = [
  ["plain", async () => createPlainOps()],
  ["wasm", createWasmOps],
];

describe.each(operations)("the fused learner, %s", (_name, createOps) => {
  let ops: HostOps;
  let fused: Arithmetic;

  beforeAll(async () => {
    await startNodeBackend("cpu");
    const created = await createOps();
    if (!created) throw new Error("no WebAssembly SIMD here");
    ops = created;
    fused = fusedArithmetic(ops);
  });

  it("passes the self-test with a wide margin", async () => {
    const result = await testArithmetic(fused, ALL_SHAPES);
    expect(result.passed).toBe(true);
    expect(result.lossError).toBeLessThan(1e-5);
    expect(result.freeLossError).toBeLessThan(1e-5);
    expect(result.gradientError).toBeLessThan(1e-4);
    expect(result.updateError).toBeLessThan(1e-3);
  });

  it.each(MEMBERS)(
    "has the losses of the textbook learner over 20 steps: %s",
    async (_, change) => {
      const config = { ...SMALL, ...change };
      const ours = await trained(config, fused, 20);
      const theirs = await trained(config, textbook, 20);
      ours.losses.forEach((loss, i) => {
        const expected = theirs.losses[i] ?? Number.NaN;
        expect(Math.abs(loss - expected) / expected, `step ${i + 1}`).toBeLessThan(1e-4);
      });
      expect(ours.losses).toHaveLength(20);
      const [{ memory: our }, { memory: their }] = [
        await ours.trainer.save(),
        await theirs.trainer.save(),
      ];
      expect([our?.data, our?.coins, our?.masks]).toEqual([
        their?.data,
        their?.coins,
        their?.masks,
      ]);
      expect(our?.updates).toBe(20);
      ours.trainer.dispose();
      theirs.trainer.dispose();
    },
  );

  it.each(MEMBERS)("has the textbook's evaluation of the same weights: %s", async (_, change) => {
    const config = { ...SMALL, ...change, dropout: 0 };
    const { trainer } = await trained(config, fused, 30);
    const weights = { parameters: await trainer.predictor.readParameters(), steps: 30 };
    const frozen = [fused, textbook].map((each) => frozenModel(tinyTask, config, weights, each));
    const exam = { heldOut: held, longer: [] };
    const [own, ...others] = await Promise.all(
      [trainer, ...frozen].map((model) => runAsyncToEnd(evaluateFully(model, exam))),
    );
    for (const other of others) expect(other).toEqual(own);
    const batch = makeBatch(tinyTask, held);
    const answers = await Promise.all(
      [trainer, ...frozen].map(({ predictor }) => predictor.decode(batch, 7)),
    );
    for (const other of answers) {
      expect(exactly(other)).toEqual(exactly(answers[0] ?? []));
      expectSameEntropies(other, answers[0] ?? []);
    }
    const random = createRandom(4);
    const truthFed = Array.from(batch.targetIn, (_id, i) => i % batch.targetLength === 0 || random.next() < 0.5); // prettier-ignore
    const sayings = await Promise.all(
      [trainer, ...frozen].map(({ predictor }) => predictor.sayings(batch, truthFed)),
    );
    for (const other of sayings) expect(other).toEqual(sayings[0]);
    const forced = Math.log(own?.metrics.perplexity ?? 0);
    for (const { predictor } of [trainer, ...frozen])
      expect(Math.abs((await predictor.loss(batch)) - forced) / forced).toBeLessThan(1e-5);
    for (const model of [trainer, ...frozen]) model.dispose();
  });

  it.each(MEMBERS)("continues from its saved state with identical bits: %s", async (_, change) => {
    const config = { ...SMALL, ...change };
    const whole = await trained(config, fused, 8);
    const first = await trained(config, fused, 4);
    const from = structuredClone(await first.trainer.save());
    const second = createTrainer(tinyTask, config, { from, arithmetic: fused });
    expect([...first.losses, ...(await train(second, config, 4))]).toEqual(whole.losses);
    expect(await second.save()).toEqual(await whole.trainer.save());
    for (const trainer of [whole.trainer, first.trainer, second]) trainer.dispose();
  });

  it.each(MEMBERS)("has the bits of a loop that waits for nothing: %s", async (_, change) => {
    const config = { ...SMALL, ...change };
    const examples: TrainingExample[] = [];
    const watched: Arithmetic = {
      ...fused,
      learner(shape, start) {
        const right = fused.learner(shape, start);
        const step: Learner["step"] = (example, how) => {
          examples.push(example);
          return right.step(example, how);
        };
        return { ...right, step };
      },
    };
    const { trainer, losses } = await trained(config, watched, 12);
    const shape = trainer.shape;
    const first = initialParameters(shape, createRandom(config.seed).fork("initial"));
    const keep = (values: Float32Array) => ops.keep(ops.matrix(values, 1, values.length));
    const zeros = new Float32Array(first.length);
    const learned = { parameters: keep(first), mean: keep(zeros), variance: keep(zeros) };
    const atOnce = examples.map((example, i) =>
      ops.scope(() => {
        const model = { ops, shape, parameters: learned.parameters };
        const { loss, gradient } = gradientAlone(model, example);
        const [value] = ops.readNow(loss);
        ops.update(learned, gradient, { ...config, steps: i + 1 });
        return value;
      }),
    );
    expect(losses).toEqual(atOnce);
    expect(await trainer.predictor.readParameters()).toEqual(ops.readNow(learned.parameters));
    trainer.dispose();
    for (const m of Object.values(learned)) ops.release(m);
  });

  it("has copies that keep the parameters of their moment", async () => {
    const { trainer } = await trained(SMALL, fused, 1);
    const { predictor } = trainer;
    const before = await predictor.readParameters();
    const copy = predictor.copy();
    await trainer.step(SMALL);
    expect(await predictor.readParameters()).not.toEqual(before);
    expect(await copy.readParameters()).toEqual(before);
    trainer.dispose();
    expect(await copy.readParameters()).toEqual(before);
    copy.dispose();
  });

  /** These operations with a count of kept matrices; `keep` throws above `room`. */
  function countKept(room = Infinity) {
    const count = { kept: 0, room };
    const counted: Ops = {
      ...ops,
      keep: (m) => {
        if (count.kept >= count.room) throw new RangeError("no room");
        count.kept++;
        return ops.keep(m);
      },
      release: (m) => {
        count.kept--;
        ops.release(m);
      },
    };
    return { ops: counted, count };
  }

  it("releases what it has kept if memory runs out", async () => {
    for (const room of [0, 1, 2]) {
      const { ops: counted, count } = countKept(room);
      await expect(trained(SMALL, fusedArithmetic(counted), 0)).rejects.toThrow("no room");
      expect(count.kept).toBe(0);
    }
  });

  it("makes neither the update nor the loss if memory runs out for the loss", async () => {
    const { ops: counted, count } = countKept();
    const { trainer } = await trained(SMALL, fusedArithmetic(counted), 2);
    await trainer.takeLosses();
    const before = await trainer.predictor.readParameters();
    count.room = count.kept;
    await expect(trainer.step(SMALL)).rejects.toThrow("no room");
    expect(trainer.steps).toBe(2);
    expect(await trainer.predictor.readParameters()).toEqual(before);
    count.room++;
    expect(await train(trainer, SMALL, 1)).toHaveLength(1);
    expect(trainer.steps).toBe(3);
    trainer.dispose();
  });

  it("does not read from the device when it is disposed of", async () => {
    let isEnding = false;
    const { ops: counted, count } = countKept();
    const arithmetic = fusedArithmetic({
      ...counted,
      read: (...ms) => {
        if (isEnding) throw new Error("the device is gone");
        return ops.read(...ms);
      },
    });
    const trainer = createTrainer(tinyTask, SMALL, { arithmetic });
    await trainer.step(SMALL);
    isEnding = true;
    trainer.dispose();
    expect(count.kept).toBe(0);
  });

  it("releases all that it keeps, unread losses included", async () => {
    const { ops: kept, count } = countKept();
    const counted = fusedArithmetic(kept);
    const { trainer, losses } = await trained(SMALL, counted, 70);
    expect(losses).toHaveLength(70);
    const ofLearner = count.kept;
    const copies = [trainer.predictor.copy(), trainer.predictor.copy()];
    const second = createTrainer(tinyTask, SMALL, {
      from: await trainer.save(),
      arithmetic: counted,
    });
    for (let i = 0; i < 40; i++) await second.step(SMALL);
    expect(count.kept).toBeGreaterThan(2 * ofLearner);
    for (const one of [...copies, trainer, second]) one.dispose();
    expect(count.kept).toBe(0);
  });
});
