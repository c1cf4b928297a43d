import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { makeBatch } from "../batch";
import { runToEnd } from "../chunks";
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
function train(trainer: Trainer, settings: StepSettings, steps: number): readonly number[] {
  for (let i = 0; i < steps; i++) trainer.step(settings);
  return trainer.takeLosses();
}

function losses(seed: number, forcing: number, steps: number): readonly number[] {
  const trainer = createTrainer(tinyTask, { ...config, seed }, { arithmetic });
  const result = train(trainer, { ...config, forcing, learningRate: 0.01 }, steps);
  trainer.dispose();
  return result;
}

describe.each(["cpu", "wasm"] as const)("trainer on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("gives the same losses for the same seed and others for another", () => {
    expect(losses(1, 0.5, 6)).toEqual(losses(1, 0.5, 6));
    expect(losses(1, 0.5, 6)).not.toEqual(losses(2, 0.5, 6));
  });

  it("starts near chance, ln V, and learns", () => {
    const curve = losses(1, 1, 80);
    expect(Math.abs((curve[0] ?? 0) - Math.log(tinyTask.targetVocabulary.size))).toBeLessThan(0.6);
    expect(curve.at(-1)).toBeLessThan(0.7 * (curve[0] ?? 0));
  });

  it("leaves no tensor behind: neither a step, with and without forcing, nor an evaluation, nor the trainer", () => {
    const atStart = memory().numTensors;
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    train(trainer, config, 1);
    const before = memory().numTensors;
    train(trainer, config, 1);
    train(trainer, { ...config, forcing: 0.3, dropout: 0.5 }, 1);
    runToEnd(evaluate(trainer, tinyTask.heldOutPairs ?? []));
    const copy = trainer.predictor.copy();
    trainer.step(config); // its loss is not read
    copy.dispose();
    trainer.takeLosses();
    expect(memory().numTensors).toBe(before);
    trainer.step(config);
    trainer.dispose();
    expect(memory().numTensors).toBe(atStart);
  });

  it("drops units while training and never when decoding", () => {
    const run = (dropout: number) => {
      const trainer = createTrainer(tinyTask, config, { arithmetic });
      const [loss] = train(trainer, { ...config, dropout }, 1);
      const parameters = trainer.predictor.readParameters();
      trainer.dispose();
      return { loss, parameters };
    };
    expect(run(0.5)).toEqual(run(0.5)); // the masks are seeded
    expect(run(0.5).loss).not.toBe(run(0).loss);
    const trainer = createTrainer(tinyTask, { ...config, dropout: 0.5 }, { arithmetic });
    const scores = () => runToEnd(evaluate(trainer, tinyTask.heldOutPairs ?? []));
    expect(scores()).toEqual(scores());
    trainer.dispose();
  });

  it("continues from trained weights and counts their steps", () => {
    const first = createTrainer(tinyTask, config, { arithmetic });
    for (let i = 0; i < 3; i++) first.step(config);
    const parameters = first.predictor.readParameters();
    const from = { parameters, steps: first.steps };
    const second = createTrainer(tinyTask, config, { from, arithmetic });
    expect(second.steps).toBe(3);
    expect(second.predictor.readParameters()).toEqual(parameters);
    second.step(config);
    expect(second.steps).toBe(4);
    first.dispose();
    second.dispose();
  });

  it("continues from its saved state with identical losses, masks, coins and weights", () => {
    const settings = { ...config, forcing: 0.5, dropout: 0.3, schedule: "linear" } as const;
    const whole = createTrainer(tinyTask, config, { arithmetic });
    const first = createTrainer(tinyTask, config, { arithmetic });
    const expected = train(whole, settings, 8);
    const begun = train(first, settings, 4);
    const saved = structuredClone(first.save());
    const second = createTrainer(tinyTask, config, { from: saved, arithmetic });
    expect([...begun, ...train(second, settings, 4)]).toEqual(expected);
    expect(second.save()).toEqual(whole.save());
    for (const trainer of [whole, first, second]) trainer.dispose();
  });

  it("returns every loss once, in order, also long after its step", () => {
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    const [early, late] = [train(trainer, config, 3), train(trainer, config, 70)];
    expect(late).toHaveLength(70);
    expect(trainer.takeLosses()).toEqual([]);
    trainer.dispose();
    const again = createTrainer(tinyTask, config, { arithmetic });
    const oneByOne = Array.from({ length: 73 }, () => train(again, config, 1)[0]);
    again.dispose();
    expect([...early, ...late]).toEqual(oneByOne);
  });

  it("has copies whose answers do not change with later steps", () => {
    const trainer = createTrainer(tinyTask, config, { arithmetic });
    const copy = trainer.predictor.copy();
    const before = trainer.predictor.readParameters();
    const batch = makeBatch(tinyTask, tinyTask.heldOutPairs ?? []);
    const answers = trainer.predictor.decode(batch, 6);
    train(trainer, { ...config, learningRate: 0.1 }, 5);
    expect(trainer.predictor.readParameters()).not.toEqual(before);
    expect(copy.readParameters()).toEqual(before);
    expect(copy.decode(batch, 6)).toEqual(answers);
    trainer.dispose();
    expect(copy.decode(batch, 6)).toEqual(answers);
    copy.dispose();
  });
});

/** The result of one step with these settings, on fresh or trained weights. */
function oneStep(task: Task, settings: Config, from?: Trained) {
  const trainer = createTrainer(task, settings, { from, arithmetic });
  const [loss = Number.NaN] = train(trainer, settings, 1);
  const saved = trainer.save();
  trainer.dispose();
  return { loss, ...saved };
}

/** The first loss of a trainer whose task has only this pair. */
function lossOn(pair: Pair, sourceOrder: Config["sourceOrder"]): number {
  return oneStep({ ...tinyTask, sample: () => pair }, { ...config, sourceOrder }).loss;
}

describe("the settings of a trainer", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("reverse the source, and not the target", () => {
    const pair = copyPair("abc");
    const turned = { ...pair, source: pair.source.toReversed() };
    expect(lossOn(pair, "reversed")).toBe(lossOn(turned, "forward"));
    expect(lossOn(pair, "reversed")).not.toBe(lossOn(pair, "forward"));
  });

  it("lower P by the schedule at each step, counting the steps of opened weights", () => {
    const shape = modelShape(
      config,
      tinyTask.sourceVocabulary.size,
      tinyTask.targetVocabulary.size,
    );
    const parameters = initialParameters(shape, createRandom(1));
    const loss = (steps: number, change: Partial<StepSettings>) =>
      oneStep(tinyTask, { ...config, batchSize: 32, ...change }, { parameters, steps }).loss;
    const falling = { schedule: "linear", halfLife: 10 } as const;
    for (const steps of [0, 5, 10, 15, 20, 30])
      expect(loss(steps, falling)).toBe(loss(steps, { forcing: Math.max(0, 1 - steps / 20) }));
    expect(loss(0, falling)).not.toBe(loss(0, { forcing: 0 }));
    expect(loss(20, falling)).not.toBe(loss(20, { forcing: 1 }));
  });

  it("clip a gradient that is longer than the limit, before Adam", () => {
    const [mean, free] = [1e-3, 1e3].map((clipNorm) =>
      Math.hypot(...(oneStep(tinyTask, { ...config, clipNorm }).memory?.mean ?? [])),
    );
    expect(mean).toBeCloseTo(0.1 * 1e-3, 8); // m = (1 - b1) g after one update, b1 = 0.9
    expect(free).toBeGreaterThan(0.1 * 1e-3); // without the limit it would be longer
  });

  it("draw training data, and after opened weights other data than from step 0", () => {
    const parameters = oneStep(tinyTask, config).parameters;
    const drawn = (from?: Trained): string => {
      const sources: string[] = [];
      const sample: Task["sample"] = (random, split) => {
        expect(split).toBe("train");
        const pair = tinyTask.sample(random, split);
        sources.push(pair.source.join(""));
        return pair;
      };
      oneStep({ ...tinyTask, sample }, config, from);
      return sources.join(" ");
    };
    const runs = [drawn(), drawn({ parameters, steps: 1 }), drawn({ parameters, steps: 2 })];
    expect(new Set(runs).size).toBe(3);
    expect(drawn({ parameters, steps: 1 })).toBe(runs[1]);
  });

  it("draw masks from their own stream: data and coins are the same without them", () => {
    const settings = { ...config, forcing: 0.5 };
    const plain = oneStep(tinyTask, { ...settings, dropout: 0 }).memory;
    const dropped = oneStep(tinyTask, { ...settings, dropout: 0.5 }).memory;
    expect(dropped?.data).toEqual(plain?.data);
    expect(dropped?.coins).toEqual(plain?.coins);
    expect(dropped?.masks).not.toEqual(plain?.masks);
  });

  it("give every step different masks", () => {
    const seeds: number[] = [];
    const learner: Arithmetic["learner"] = (...start) => {
      const right = textbook.learner(...start);
      const step: Learner["step"] = (example, how) => {
        seeds.push(example.dropout.seed);
        right.step(example, how);
      };
      return Object.assign(Object.create(right) as Learner, { step });
    };
    const watched = { ...textbook, learner };
    const trainer = createTrainer(tinyTask, config, { arithmetic: watched });
    train(trainer, { ...config, dropout: 0.5 }, 4);
    trainer.dispose();
    expect(new Set(seeds).size).toBe(4);
  });
});
