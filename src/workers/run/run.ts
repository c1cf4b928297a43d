/** A run: a model, its settings and its history. */
import type { Config } from "../../engine/setup/config";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import type { SavedModel } from "../../engine/files/modelFile";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { Pair, Task } from "../../engine/tasks/task";
import { heldOutExamples } from "../../engine/training/evaluation";
import type { Arithmetic } from "../../engine/training/learner";
import {
  createTrainer,
  frozenModel,
  type Model,
  type Trained,
  type Trainer,
} from "../../engine/training/trainer";
import type { SavedRun } from "./savedRun";
import type { RunInfo } from "../protocol";
import { Snapshots } from "./snapshots";

export interface Run {
  readonly id: number;
  readonly weights: RunInfo["weights"];
  /** Fields that apply during training change it. */
  config: Config;
  readonly model: Model;
  /** null: a shipped model, which is not trained further. */
  readonly trainer: Trainer | null;
  readonly heldOut: readonly Pair[];
  readonly losses: LossPoint[];
  readonly evaluations: Evaluation[];
  /** Empty for a shipped model. */
  readonly snapshots: Snapshots;
}

/** A trained model that is shipped with the page. */
export interface BakedModel {
  readonly parameters: Float32Array; // [P]
  readonly steps: number;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
}

/** Makes the runs of a session and numbers them. */
export class RunMaker {
  readonly #arithmetic: () => Arithmetic;
  #made = 0;

  /** @param arithmetic what computes the models; read again for each model */
  constructor(arithmetic: () => Arithmetic) {
    this.#arithmetic = arithmetic;
  }

  fresh(task: Task, config: Config): Run {
    return this.#trained(config, "fresh", this.#trainer(task, config));
  }

  /** A run that continues a model file. The file holds no losses, so its history is empty. */
  opened(task: Task, saved: SavedModel): Run {
    return this.#trained(saved.config, "opened", this.#trainer(task, saved.config, saved));
  }

  /** A run that continues an interrupted one. Its earlier snapshots are lost. */
  resumed(task: Task, { config, trained, losses, evaluations }: SavedRun): Run {
    const run: Run = {
      ...this.#trained(config, "kept", this.#trainer(task, config, trained)),
      losses: [...losses],
      evaluations: [...evaluations],
    };
    takeSnapshot(run);
    return run;
  }

  baked(task: Task, config: Config, baked: BakedModel): Run {
    const model = frozenModel(task, config, baked, this.#arithmetic());
    return {
      ...this.#blank(config, "baked", model),
      trainer: null,
      losses: [...baked.losses],
      evaluations: [...baked.evaluations],
    };
  }

  #trainer(task: Task, config: Config, from?: Trained): Trainer {
    return createTrainer(task, config, { from, arithmetic: this.#arithmetic() });
  }

  #trained(config: Config, weights: Run["weights"], trainer: Trainer): Run {
    return { ...this.#blank(config, weights, trainer), trainer };
  }

  #blank(config: Config, weights: Run["weights"], model: Model): Omit<Run, "trainer"> {
    return {
      id: ++this.#made,
      weights,
      config,
      model,
      heldOut: heldOutExamples(model.task),
      losses: [],
      evaluations: [],
      snapshots: new Snapshots(parameterCount(model.shape)),
    };
  }
}

/** Adds the current weights to the run's snapshots. */
export function takeSnapshot({ model, snapshots }: Run): void {
  snapshots.add({ step: model.steps, parameters: model.predictor.readParameters() });
}

/** What the worker tells the page about a run that has become active. */
export function describeRun(run: Run, ways: Pick<RunInfo, "undo" | "redo">): RunInfo {
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
    heldOutPairs: task.heldOutPairs?.length ?? null,
    losses: [...run.losses],
    evaluations: [...run.evaluations],
    ...ways,
  };
}
