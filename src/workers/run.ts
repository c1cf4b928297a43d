/** One run: a model, what it was made from, and what it has been through. */
import type { Config } from "../engine/config";
import type { Evaluation, LossPoint } from "../engine/history";
import { parameterCount } from "../engine/model/parameters";
import type { Pair, Task } from "../engine/tasks/task";
import { heldOutExamples } from "../engine/training/evaluation";
import { createTrainer, frozenModel, type Model, type Trainer } from "../engine/training/trainer";
import type { RunInfo } from "./protocol";

export interface Run {
  readonly id: number;
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
  const trainer = createTrainer(task, config);
  return {
    id,
    config,
    model: trainer,
    trainer,
    heldOut: heldOutExamples(task),
    losses: [],
    evaluations: [],
  };
}

export function bakedRun(id: number, task: Task, config: Config, baked: BakedModel): Run {
  return {
    id,
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
    weights: run.trainer ? "fresh" : "baked",
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
