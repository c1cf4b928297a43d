/** One run: a model, what it was made from, and what it has been through. */
import type { Config } from "../engine/config";
import type { Evaluation, LossPoint } from "../engine/history";
import type { SavedModel } from "../engine/modelFile";
import { parameterCount } from "../engine/parameters";
import type { Pair, Task } from "../engine/tasks/task";
import { heldOutExamples } from "../engine/training/evaluation";
import { createTrainer, frozenModel, type Model, type Trainer } from "../engine/training/trainer";
import type { KeptRun } from "./keptRun";
import type { RunInfo } from "./protocol";
import { Snapshots } from "./snapshots";

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
  /** Of a shipped model there are none. */
  readonly snapshots: Snapshots;
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

/** A run that goes on where an interrupted one stood. What it was like before that step is not kept. */
export function resumedRun(id: number, task: Task, kept: KeptRun): Run {
  const { config, trained, losses, evaluations } = kept;
  const trainer = createTrainer(task, config, trained);
  const blank = trainedRun(id, task, config, trainer);
  const run: Run = {
    ...blank,
    weights: "kept",
    losses: [...losses],
    evaluations: [...evaluations],
  };
  takeSnapshot(run);
  return run;
}

/** Adds the present weights to the run's series. */
export function takeSnapshot({ model, snapshots }: Run): void {
  const parameters = Float32Array.from(model.parameters.dataSync<"float32">());
  snapshots.add({ step: model.steps, parameters });
}

function trainedRun(
  id: number,
  task: Task,
  config: Config,
  trainer: Trainer,
): Omit<Run, "weights"> {
  return {
    id,
    config,
    model: trainer,
    trainer,
    heldOut: heldOutExamples(task),
    losses: [],
    evaluations: [],
    snapshots: new Snapshots(parameterCount(trainer.shape)),
  };
}

export function bakedRun(id: number, task: Task, config: Config, baked: BakedModel): Run {
  const model = frozenModel(task, config, baked.parameters, baked.steps);
  return {
    id,
    weights: "baked",
    config,
    model,
    trainer: null,
    heldOut: heldOutExamples(task),
    losses: [...baked.losses],
    evaluations: [...baked.evaluations],
    snapshots: new Snapshots(baked.parameters.length),
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
    sourceUnit: task.sourceUnit,
    targetUnit: task.targetUnit,
    heldOutExamples: run.heldOut.length,
    losses: [...run.losses],
    evaluations: [...run.evaluations],
    canUndo,
  };
}
