import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { makeBatch } from "../batch";
import { runAsyncToEnd } from "../chunks";
import { modelShape } from "../setup/modelShape";
import { initialParameters } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import type { Pair, Task } from "../tasks/task";
import { evaluate } from "./evaluation";
import type { Arithmetic, Learner } from "./learner";
import { textbook } from "./textbookLearner";
import { createTrainer, type StepSettings, type Trained, type Trainer } from "./trainer";

const arithmetic = textbook;
const config = { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 };

/** The losses of `steps` steps. */
async function train(
  trainer: Trainer,
  settings: StepSettings,
  steps: number,
): Promise<readonly number[]> {
  for (let i = 0; i < steps; i++) await trainer.step(settings);
  return (await trainer.takeLosses()).map(({ loss }) => loss);
}

async function losses(seed: number, forcing: number, steps: number): Promise<readonly number[]> {
  const trainer = createTrainer(tinyTask, { ...config, seed }, { arithmetic });
  const result = await train(trainer, { ...config, forcing, learningRate: 0.01 }, steps);
  trainer.dispose();
  return result;
}

describe.each(["cpu", "wasm"] as const)("trainer on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("gives the same losses for the same seed and others for another", async () => {
    expect(await losses(1, 0.5, 6)).toEqual(await losses(1, 0.5, 6));
    expect(await losses(1, 0.5, 6)).not.toEqual(await losses(2, 0.5, 6));
  });

  it("starts near chance, ln V, and learns", async () => {
    const curve = await losses(1, 1, 80);
    expect(Math.abs((curve[0] ?? 0) - Math.log(tinyTask.targetVocabulary.size))).toBeLessThan(0.6);
    expect(curve.at(-1)).toBeLessThan(0.7 * (curve[0] ?? 0));
  });

  it("leaves no tensor behind: neither a step, with and without forcing, nor an evaluation, nor the trainer", async () => {
    const atStart = memory().numTensors;
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    await train(trainer, config, 1);
    const before = memory().numTensors;
    await train(trainer, config, 1);
    await train(trainer, { ...config, forcing: 0.3, dropout: 0.5 }, 1);
    await runAsyncToEnd(evaluate(trainer, tinyTask.heldOutPairs ?? []));
    const copy = trainer.predictor.copy();
    await trainer.step(config); // its loss is not read
    copy.dispose();
    await trainer.takeLosses();
    expect(memory().numTensors).toBe(before);
    await trainer.step(config);
    trainer.dispose();
    expect(memory().numTensors).toBe(atStart);
  });

  it("drops units while training and never when decoding", async () => {
    const run = async (dropout: number) => {
      const trainer = createTrainer(tinyTask, config, { arithmetic });
      const [loss] = await train(trainer, { ...config, dropout }, 1);
      const parameters = await trainer.predictor.readParameters();
      trainer.dispose();
      return { loss, parameters };
    };
    expect(await run(0.5)).toEqual(await run(0.5)); // the masks are seeded
    expect((await run(0.5)).loss).not.toBe((await run(0)).loss);
    const trainer = createTrainer(tinyTask, { ...config, dropout: 0.5 }, { arithmetic });
    const scores = () => runAsyncToEnd(evaluate(trainer, tinyTask.heldOutPairs ?? []));
    expect(await scores()).toEqual(await scores());
    trainer.dispose();
  });

  it("continues from trained weights and counts their steps", async () => {
    const first = createTrainer(tinyTask, config, { arithmetic });
    for (let i = 0; i < 3; i++) await first.step(config);
    const parameters = await first.predictor.readParameters();
    const from = { parameters, steps: first.steps };
    const second = createTrainer(tinyTask, config, { from, arithmetic });
    expect(second.steps).toBe(3);
    expect(await second.predictor.readParameters()).toEqual(parameters);
    await second.step(config);
    expect(second.steps).toBe(4);
    first.dispose();
    second.dispose();
  });

  it("continues from its saved state with identical losses, masks, coins and weights", async () => {
    const settings = { ...config, forcing: 0.5, dropout: 0.3, schedule: "linear" } as const;
    const whole = createTrainer(tinyTask, config, { arithmetic });
    const first = createTrainer(tinyTask, config, { arithmetic });
    const expected = await train(whole, settings, 8);
    const begun = await train(first, settings, 4);
    const saved = structuredClone(await first.save());
    const second = createTrainer(tinyTask, config, { from: saved, arithmetic });
    expect([...begun, ...(await train(second, settings, 4))]).toEqual(expected);
    expect(await second.save()).toEqual(await whole.save());
    for (const trainer of [whole, first, second]) trainer.dispose();
  });

  it("returns every loss once, in order, also long after its step", async () => {
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    const [early, late] = [await train(trainer, config, 3), await train(trainer, config, 70)];
    expect(late).toHaveLength(70);
    expect(await trainer.takeLosses()).toEqual([]);
    trainer.dispose();
    const again = createTrainer(tinyTask, config, { arithmetic });
    const oneByOne: (number | undefined)[] = [];
    for (let i = 0; i < 73; i++) oneByOne.push((await train(again, config, 1))[0]);
    again.dispose();
    expect([...early, ...late]).toEqual(oneByOne);
  });

  it("has copies whose answers do not change with later steps", async () => {
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    const copy = trainer.predictor.copy();
    const before = await trainer.predictor.readParameters();
    const batch = makeBatch(tinyTask, tinyTask.heldOutPairs ?? []);
    const answers = await trainer.predictor.decode(batch, 6);
    await train(trainer, { ...config, learningRate: 0.1 }, 5);
    expect(await trainer.predictor.readParameters()).not.toEqual(before);
    expect(await copy.readParameters()).toEqual(before);
    expect(await copy.decode(batch, 6)).toEqual(answers);
    trainer.dispose();
    expect(await copy.decode(batch, 6)).toEqual(answers);
    copy.dispose();
  });
});

/** The result of one step with these settings, on fresh or trained weights. */
async function oneStep(task: Task, settings: Config, from?: Trained) {
  const trainer = createTrainer(task, settings, { from, arithmetic });
  const [loss = Number.NaN] = await train(trainer, settings, 1);
  const saved = await trainer.save();
  trainer.dispose();
  return { loss, ...saved };
}

/** The norm of the clipped gradient in Adam's mean after one step. */
async function meanNorm(clipNorm: number): Promise<number> {
  const { memory: saved } = await oneStep(tinyTask, { ...config, clipNorm });
  return Math.hypot(...(saved?.mean ?? []));
}

/** The first loss of a trainer whose task has only this pair. */
async function lossOn(pair: Pair, sourceOrder: Config["sourceOrder"]): Promise<number> {
  return (await oneStep({ ...tinyTask, sample: () => pair }, { ...config, sourceOrder })).loss;
}

describe("the settings of a trainer", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("reverse the source, and not the target", async () => {
    const pair = copyPair("abc");
    const turned = { ...pair, source: pair.source.toReversed() };
    expect(await lossOn(pair, "reversed")).toBe(await lossOn(turned, "forward"));
    expect(await lossOn(pair, "reversed")).not.toBe(await lossOn(pair, "forward"));
  });

  it("lower P by the schedule at each step, counting the steps of opened weights", async () => {
    const shape = modelShape(
      config,
      tinyTask.sourceVocabulary.size,
      tinyTask.targetVocabulary.size,
    );
    const parameters = initialParameters(shape, createRandom(1));
    const loss = async (steps: number, change: Partial<StepSettings>) =>
      (await oneStep(tinyTask, { ...config, batchSize: 32, ...change }, { parameters, steps }))
        .loss;
    const falling = { schedule: "linear", halfLife: 10 } as const;
    for (const steps of [0, 5, 10, 15, 20, 30])
      expect(await loss(steps, falling)).toBe(
        await loss(steps, { forcing: Math.max(0, 1 - steps / 20) }),
      );
    expect(await loss(0, falling)).not.toBe(await loss(0, { forcing: 0 }));
    expect(await loss(20, falling)).not.toBe(await loss(20, { forcing: 1 }));
  });

  it("clip a gradient that is longer than the limit, before Adam", async () => {
    const [mean, free] = [await meanNorm(1e-3), await meanNorm(1e3)];
    expect(mean).toBeCloseTo(0.1 * 1e-3, 8); // m = (1 - b1) g after one update, b1 = 0.9
    expect(free).toBeGreaterThan(0.1 * 1e-3); // without the limit it would be longer
  });

  it("draw training data, and after opened weights other data than from step 0", async () => {
    const { parameters } = await oneStep(tinyTask, config);
    const drawn = async (from?: Trained): Promise<string> => {
      const sources: string[] = [];
      const sample: Task["sample"] = (random, split) => {
        expect(split).toBe("train");
        const pair = tinyTask.sample(random, split);
        sources.push(pair.source.join(""));
        return pair;
      };
      await oneStep({ ...tinyTask, sample }, config, from);
      return sources.join(" ");
    };
    const runs = [
      await drawn(),
      await drawn({ parameters, steps: 1 }),
      await drawn({ parameters, steps: 2 }),
    ];
    expect(new Set(runs).size).toBe(3);
    expect(await drawn({ parameters, steps: 1 })).toBe(runs[1]);
  });

  it("draw masks from their own stream: data and coins are the same without them", async () => {
    const settings = { ...config, forcing: 0.5 };
    const { memory: plain } = await oneStep(tinyTask, { ...settings, dropout: 0 });
    const { memory: dropped } = await oneStep(tinyTask, { ...settings, dropout: 0.5 });
    expect(dropped?.data).toEqual(plain?.data);
    expect(dropped?.coins).toEqual(plain?.coins);
    expect(dropped?.masks).not.toEqual(plain?.masks);
  });

  it("give every step different masks", async () => {
    const seeds: number[] = [];
    const learner: Arithmetic["learner"] = (...start) => {
      const right = textbook.learner(...start);
      const step: Learner["step"] = (example, how) => {
        seeds.push(example.dropout.seed);
        return right.step(example, how);
      };
      return Object.assign(Object.create(right) as Learner, { step });
    };
    const watched = { ...textbook, learner };
    const trainer = createTrainer(tinyTask, config, { arithmetic: watched });
    await train(trainer, { ...config, dropout: 0.5 }, 4);
    trainer.dispose();
    expect(new Set(seeds).size).toBe(4);
  });
});
