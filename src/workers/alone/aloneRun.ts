/** A network alone with its history. */
import type { AloneConfig } from "../../engine/alone/aloneConfig";
import { baselines } from "../../engine/alone/baselines";
import type { AloneEvaluation } from "../../engine/alone/evaluation";
import type { Listed, NameTask } from "../../engine/alone/names";
import { spread } from "../../engine/fused/alone/evaluate";
import { type AloneTrainer, createAloneTrainer } from "../../engine/fused/alone/trainer";
import type { Ops } from "../../engine/fused/ops";
import type { LossPoint } from "../../engine/results/history";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { AloneInfo } from "../aloneProtocol";

const EXAMPLES = 60;

export interface AloneRun {
  config: AloneConfig; // live settings change
  readonly trainer: AloneTrainer;
  readonly source: string | null;
  readonly isShipped: boolean;
  losses: readonly LossPoint[]; // of a long run not all
  readonly evaluations: AloneEvaluation[];
}

/** The names of a run, and where they are from; null: from the student. */
export interface NamesInUse {
  readonly task: NameTask;
  readonly source: string | null;
}

/** Weights of a file. */
interface Saved {
  readonly parameters: Float32Array;
  readonly steps: number;
  readonly isShipped?: boolean;
}

/** A run with fresh weights, or with those of a file. */
export function startRun(
  ops: Ops,
  { task, source }: NamesInUse,
  config: AloneConfig,
  from?: Saved,
): AloneRun {
  const trainer = createAloneTrainer(ops, task, config, from);
  const isShipped = from?.isShipped ?? false;
  return { config, trainer, source, isShipped, losses: [], evaluations: [] };
}

export function describeAlone(run: AloneRun): AloneInfo {
  const { config, trainer, source, isShipped, ...history } = run;
  const { task, learner } = trainer;
  const examples: Listed[] = spread(task.heldOut, EXAMPLES).map(({ name, label }) => ({
    name,
    label: task.classes[label] ?? "",
  }));
  return {
    config,
    classes: task.classes,
    trainNames: task.train.length,
    heldOutNames: task.heldOut.length,
    ambiguous: task.ambiguous,
    letters: learner.shape.sourceTokens - 4,
    longest: task.longest,
    parameters: parameterCount(learner.shape),
    baselines: baselines(task),
    examples,
    source,
    isShipped,
    step: trainer.steps,
    losses: [...history.losses],
    evaluations: [...history.evaluations],
  };
}
