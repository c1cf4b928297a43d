/** One run: a model, what it was made from, and what it has been through. */
import type { Config } from "../engine/config";
import type { Evaluation, LossPoint } from "../engine/history";
import type { SavedModel } from "../engine/modelFile";
import { parameterCount } from "../engine/parameters";
import type { Pair, Task } from "../engine/tasks/task";
import { heldOutExamples } from "../engine/training/evaluation";
import { createTrainer, frozenModel, type Model, type Trainer } from "../engine/training/trainer";
import type { RunInfo } from "./protocol";

export interface Run {
  readonly id: number;
  readonly weights: RunInfo["weights"];
  /** Changes where a field applies to the run as it goes. */
  config: Config;
  readonly model: Model;
  /** null: a model that was trained before and is looked at only. */
  readonly trainer: Trainer | null;
  readonly heldOut: readonly Pair[];
  readonly losses: LossPoint[];
  readonly evaluations: Evaluation[];
}

/** A trained model as it was shipped. */
export interface BakedModel {
  readonly parameters: Float32Array; // [P]
  readonly steps: number;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
}

export function freshRun(id: number, task: Task, config: Config): Run {
  return { ...trainedRun(id, task, config, createTrainer(task, config)), weights: "fresh" };
}

/** A run that goes on from a saved model. Its losses so far are nowhere written. */
export function openedRun(id: number, task: Task, saved: SavedModel): Run {
  const trainer = createTrainer(task, saved.config, saved);
  return { ...trainedRun(id, task, saved.config, trainer), weights: "opened" };
}

function trainedRun(
  id: number,
  task: Task,
  config: Config,
  trainer: Trainer,
): Omit<Run, "weights"> {
  const heldOut = heldOutExamples(task);
  return { id, config, model: trainer, trainer, heldOut, losses: [], evaluations: [] };
}

export function bakedRun(id: number, task: Task, config: Config, baked: BakedModel): Run {
  return {
    id,
    weights: "baked",
    config,
    model: frozenModel(task, config, baked.parameters, baked.steps),
    trainer: null,
    heldOut: heldOutExamples(task),
    losses: [...baked.losses],
    evaluations: [...baked.evaluations],
  };
}

/** What the page is told of a run when it comes to the fore. */
export function describeRun(run: Run, canUndo: boolean): RunInfo {
  const { task, shape, steps } = run.model;
  return {
    runId: run.id,
    config: run.config,
    weights: run.weights,
    step: steps,
    parameters: parameterCount(shape),
    sourceTokens: shape.sourceTokens,
    targetTokens: shape.targetTokens,
    maxSourceLength: task.maxSourceLength,
    taskUnit: task.unit,
    heldOutExamples: run.heldOut.length,
    losses: [...run.losses],
    evaluations: [...run.evaluations],
    canUndo,
  };
}
