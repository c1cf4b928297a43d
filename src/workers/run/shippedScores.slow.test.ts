/** Every shipped model, as the page reads it, has the scores that its record says. */
import { beforeAll, describe, expect, test } from "vitest";
import { runAsyncToEnd } from "../../engine/chunks";
import { bakedName } from "../../engine/files/baked";
import { BAKED_CONFIGS } from "../../engine/files/bakedConfigs";
import { generatedTask } from "../../engine/tasks/byId";
import { evaluate, heldOutExamples } from "../../engine/training/evaluation";
import type { Arithmetic } from "../../engine/training/learner";
import { frozenModel } from "../../engine/training/trainer";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedEntry, shippedModel } from "../../testing/shippedModel";

let arithmetic: Arithmetic;
beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

const named = BAKED_CONFIGS.map((config) => ({ name: bakedName(config) ?? "", config }));

describe("the shipped models", () => {
  test.each(named)(
    "$name answers as many held-out examples exactly as its record says",
    async ({ config }) => {
      if (config.task === "pairs") throw new Error("a user's own pairs are not shipped");
      const task = generatedTask(config.task, config);
      const model = frozenModel(task, config, shippedModel(config), arithmetic);
      const scores = await runAsyncToEnd(evaluate(model, heldOutExamples(task)));
      model.dispose();
      const recorded = shippedEntry(config).evaluations.at(-1);
      expect(scores.exactMatch).toBe(recorded?.exactMatch);
      expect(scores.heldOutLoss).toBeCloseTo(recorded?.heldOutLoss ?? Number.NaN, 6);
    },
  );
});
