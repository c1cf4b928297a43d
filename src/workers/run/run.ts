/** One run: a model, what it was made from, and what it has been through. */
import type { Config } from "../../engine/setup/config";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import type { SavedModel } from "../../engine/files/modelFile";
import { parameterCount } from "../../engine/setup/parameters";
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
import type { KeptRun } from "./savedRun";
import type { RunInfo } from "../protocol";
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

/** Makes the runs of a session, each with an id of its own. */
export class RunMaker {
  readonly #arithmetic: () => Arithmetic;
  #made = 0;

  /** @param arithmetic by what the models are to be computed; asked for each anew */
  constructor(arithmetic: () => Arithmetic) {
    this.#arithmetic = arithmetic;
  }

  fresh(task: Task, config: Config): Run {
    return this.#trained(config, "fresh", this.#trainer(task, config));
  }

  /** A run that goes on from a saved model. Its losses so far are nowhere written. */
  opened(task: Task, saved: SavedModel): Run {
    return this.#trained(saved.config, "opened", this.#trainer(task, saved.config, saved));
  }

  /** A run that goes on where an interrupted one stood. What it was like before that step is not kept. */
  resumed(task: Task, { config, trained, losses, evaluations }: KeptRun): Run {
    const run: Run = {
      ...this.#trained(config, "kept", this.#trainer(task, config, trained)),
      losses: [...losses],
      evaluations: [...evaluations],
    };
    takeSnapshot(run);
    return run;
  }

  /** A shipped model. */
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

/** Adds the present weights to the run's series. */
export function takeSnapshot({ model, snapshots }: Run): void {
  snapshots.add({ step: model.steps, parameters: model.predictor.readParameters() });
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
    heldOutPairs: task.heldOutPairs?.length ?? null,
    losses: [...run.losses],
    evaluations: [...run.evaluations],
    canUndo,
  };
}
