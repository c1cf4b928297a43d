import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { tinyTask } from "../../testing/tinyTask";
import { DEFAULT_CONFIG } from "../config";
import { evaluate } from "./evaluation";
import { createTrainer, type Trainer } from "./trainer";

const config = { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 };

function losses(seed: number, forcing: number, steps: number): number[] {
  const trainer = createTrainer(tinyTask, { ...config, seed });
  const result = Array.from({ length: steps }, () =>
    trainer.step({ ...config, forcing, learningRate: 0.01 }),
  );
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
    const trainer = createTrainer(tinyTask, config);
    trainer.step(config);
    const before = memory().numTensors;
    trainer.step(config);
    trainer.step({ ...config, forcing: 0.3, dropout: 0.5 });
    const chunks = evaluate(
      tinyTask,
      trainer.shape,
      trainer.parameters,
      tinyTask.heldOutPairs ?? [],
    );
    while (!chunks.next().done);
    expect(memory().numTensors).toBe(before);
    trainer.dispose();
    expect(memory().numTensors).toBe(atStart);
  });

  it("drops units while training and never when decoding", () => {
    const run = (dropout: number) => {
      const trainer = createTrainer(tinyTask, config);
      const loss = trainer.step({ ...config, dropout });
      const parameters = trainer.parameters.dataSync();
      trainer.dispose();
      return { loss, parameters };
    };
    expect(run(0.5)).toEqual(run(0.5)); // the masks are seeded
    expect(run(0.5).loss).not.toBe(run(0).loss);
    const trainer = createTrainer(tinyTask, { ...config, dropout: 0.5 });
    const scores = () => {
      const chunks = evaluate(
        tinyTask,
        trainer.shape,
        trainer.parameters,
        tinyTask.heldOutPairs ?? [],
      );
      let chunk = chunks.next();
      while (!chunk.done) chunk = chunks.next();
      return chunk.value;
    };
    expect(scores()).toEqual(scores());
    trainer.dispose();
  });

  it("goes on from trained weights: their steps count, and the schedule goes by them", () => {
    const first = createTrainer(tinyTask, config);
    for (let i = 0; i < 3; i++) first.step(config);
    const parameters = Float32Array.from(first.parameters.dataSync());
    const second = createTrainer(tinyTask, config, { parameters, steps: first.steps });
    expect(second.steps).toBe(3);
    expect(second.parameters.dataSync()).toEqual(parameters);
    second.step(config);
    expect(second.steps).toBe(4);
    first.dispose();
    second.dispose();
  });

  it("goes on from what it saved as if nothing had happened: losses, masks, coins and weights", () => {
    const settings = { ...config, forcing: 0.5, dropout: 0.3, schedule: "linear" } as const;
    const whole = createTrainer(tinyTask, config);
    const first = createTrainer(tinyTask, config);
    const steps = (trainer: Trainer) => Array.from({ length: 4 }, () => trainer.step(settings));
    const expected = [...steps(whole), ...steps(whole)];
    const begun = steps(first);
    const saved = structuredClone(first.save());
    const second = createTrainer(tinyTask, config, saved);
    expect([...begun, ...steps(second)]).toEqual(expected);
    expect(second.save()).toEqual(whole.save());
    for (const trainer of [whole, first, second]) trainer.dispose();
  });
});
