import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { tinyTask } from "../../testing/tinyTask";
import { DEFAULT_CONFIG } from "../config";
import { evaluate } from "./evaluation";
import { createTrainer } from "./trainer";

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
    trainer.step({ ...config, forcing: 0.3 });
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
});
