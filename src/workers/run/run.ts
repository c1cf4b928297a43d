/** A run: a model, its settings and its history. */
import type { Config } from "../../engine/setup/config";
import {
  type BestEvaluation,
  type Evaluation,
  criterionOf,
  isBetter,
  type LossPoint,
} from "../../engine/results/history";
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
import { type Snapshot, Snapshots } from "./snapshots";

/** The weights of the best evaluation so far. */
export interface BestWeights extends BestEvaluation {
  readonly parameters: Float32Array; // [P]
}

export interface Run {
  readonly id: number;
  readonly weights: RunInfo["weights"];
  /** Fields that apply during training change it. */
  config: Config;
  readonly model: Model;
  /** null: a shipped model, which is not trained further. */
  readonly trainer: Trainer | null;
  readonly heldOut: readonly Pair[];
  /** Of a long run not all. */
  readonly losses: LossPoint[];
  readonly evaluations: Evaluation[];
  /** Null before the first evaluation, and for a shipped model. An evaluation changes it. */
  best: BestWeights | null;
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
  resumed(task: Task, { config, trained, losses, evaluations, best }: SavedRun): Run {
    const run: Run = {
      ...this.#trained(config, "kept", this.#trainer(task, config, trained)),
      losses: [...losses],
      evaluations: [...evaluations],
      best,
    };
    run.snapshots.add({ step: trained.steps, parameters: trained.parameters });
    return run;
  }

  /** A run that continues from the best weights of another, with the history up to them and a new optimizer. */
  fromBest({ model, config, losses, evaluations, snapshots }: Run, best: BestWeights): Run {
    const { parameters, step: steps } = best;
    const isBefore = ({ step }: { readonly step: number }): boolean => step <= steps;
    const run = this.#trained(
      config,
      "best",
      this.#trainer(model.task, config, { parameters, steps }),
    );
    snapshots.all.filter(isBefore).forEach((each) => run.snapshots.add(each));
    return {
      ...run,
      losses: losses.filter(isBefore),
      evaluations: evaluations.filter(isBefore),
      best,
    };
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

  /** A finished run with the weights of another lane's run after some update, and the history up to it. */
  copied({ model, config, losses, evaluations }: Run, { parameters, step }: Snapshot): Run {
    const isBefore = (point: { readonly step: number }): boolean => point.step <= step;
    const copy = frozenModel(model.task, config, { parameters, steps: step }, this.#arithmetic());
    return {
      ...this.#blank(config, "copy", copy),
      trainer: null,
      losses: losses.filter(isBefore),
      evaluations: evaluations.filter(isBefore),
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
      best: null,
      snapshots: new Snapshots(parameterCount(model.shape)),
    };
  }
}

/** A copy of the weights of the call. While it is read, the model may train on. */
export async function copyOfWeights({ model }: Run): Promise<Snapshot> {
  const { steps: step } = model;
  return { step, parameters: await model.predictor.readParameters() };
}

/** Adds the weights of the call to the run's snapshots. */
export async function takeSnapshot(run: Run): Promise<Snapshot> {
  const snapshot = await copyOfWeights(run);
  run.snapshots.add(snapshot);
  return snapshot;
}

/**
 * Keeps the weights of the newest evaluation as the run's best if no earlier ones are as good.
 * @param snapshot the evaluated weights
 * @returns whether it keeps them
 */
export function keepIfBest(run: Run, evaluation: Evaluation, { parameters }: Snapshot): boolean {
  const by = criterionOf(run.config.task);
  if (run.trainer === null || (run.best && !isBetter(evaluation, run.best, by))) return false;
  run.best = { ...bestEvaluation(evaluation), parameters };
  return true;
}

/** The fields of the best evaluation without its weights. */
export function bestEvaluation({ step, exactMatch, heldOutLoss }: BestEvaluation): BestEvaluation {
  return { step, exactMatch, ...(heldOutLoss !== undefined && { heldOutLoss }) };
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
    best: run.best && bestEvaluation(run.best),
    ...ways,
  };
}
