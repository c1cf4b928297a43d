/** A training loop without a model, for tests: a trainer that only counts its updates, its run, and ports that say nothing. */
import type { Config } from "../engine/setup/config";
import type { Trainer } from "../engine/training/trainer";
import type { Run } from "../workers/run/run";
import { Snapshots } from "../workers/run/snapshots";
import type { LoopPorts } from "../workers/session/trainLoop";
import { yieldToMessages } from "../workers/yieldToMessages";
import { silentPredictor } from "./silentPredictor";
import { tinyShape, tinyTask } from "./tinyTask";

/**
 * A trainer that only counts its updates.
 * @param onUpdate called after each update
 * @param begin the updates that it has made before
 */
export function countingTrainer(onUpdate: () => void, begin = 0): Trainer {
  let steps = begin;
  return {
    task: tinyTask,
    shape: tinyShape,
    get steps() {
      return steps;
    },
    predictor: silentPredictor,
    async step() {
      steps++;
      onUpdate();
    },
    peek: onlyCounts,
    walk: onlyCounts,
    takeLosses: async () => [],
    save: async () => ({ parameters: new Float32Array(), steps }),
    dispose: () => undefined,
  };
}

function onlyCounts(): never {
  throw new Error("this trainer only counts its updates");
}

/** A fresh run of the trainer. */
export function runOf(trainer: Trainer, config: Config): Run {
  return {
    id: 1,
    weights: "fresh",
    config,
    model: trainer,
    trainer,
    heldOut: tinyTask.heldOutPairs ?? [],
    losses: [],
    evaluations: [],
    best: null,
    snapshots: new Snapshots(1),
  };
}

/** Ports of a loop that nothing listens to. */
export const SILENT_PORTS: Omit<LoopPorts, "now" | "pacer" | "turn"> = {
  yieldToMessages, // a task of its own, as in the worker
  isHalted: () => false,
  report: () => undefined,
  reportEvaluation: async () => undefined,
  decodeTrace: async () => () => undefined,
  saveIfDue: async () => undefined,
};
