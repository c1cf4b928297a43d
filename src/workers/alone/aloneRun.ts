/** A network alone with its history. */
import type { AloneConfig } from "../../engine/alone/aloneConfig";
import { baselines } from "../../engine/alone/baselines";
import type { AloneEvaluation } from "../../engine/alone/evaluation";
import type { Listed, NameTask } from "../../engine/alone/names";
import { spread } from "../../engine/fused/alone/evaluate";
import {
  type AloneTrainer,
  createAloneTrainer,
  type SavedAlone,
} from "../../engine/fused/alone/trainer";
import type { Ops } from "../../engine/fused/ops";
import type { LossPoint } from "../../engine/results/history";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { AloneInfo } from "../aloneProtocol";

const EXAMPLES = 60;

export interface AloneRun extends Omit<NamesInUse, "task"> {
  readonly id: number;
  config: AloneConfig; // live settings change
  readonly trainer: AloneTrainer;
  readonly isShipped: boolean;
  losses: readonly LossPoint[]; // of a long run not all
  readonly evaluations: AloneEvaluation[];
}

/** The names of a run, and where they are from. */
export interface NamesInUse {
  readonly task: NameTask;
  readonly source: string | null; // null: from the student
  /** What the student gave; null: the names ship with the page. */
  readonly own: readonly Listed[] | null;
}

/** What a run begins with in the place of fresh weights. */
export interface Begun {
  /** Those of a file have no memory of an optimizer, and no places in random streams. */
  readonly trained: Pick<SavedAlone, "parameters"> &
    Partial<SavedAlone> & { readonly steps: number };
  readonly isShipped?: boolean;
  readonly losses?: readonly LossPoint[];
  readonly evaluations?: readonly AloneEvaluation[];
}

/** @param id no other run has it */
export function startRun(
  { ops, id }: { readonly ops: Ops; readonly id: number },
  { task, ...from }: NamesInUse,
  config: AloneConfig,
  begun?: Begun,
): AloneRun {
  const trainer = createAloneTrainer(ops, task, config, begun?.trained);
  const { isShipped = false, losses = [], evaluations = [] } = begun ?? {};
  return { id, ...from, config, trainer, isShipped, losses, evaluations: [...evaluations] };
}

export function describeAlone(run: AloneRun): AloneInfo {
  const { config, trainer, source, isShipped, losses, evaluations } = run;
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
    losses: [...losses],
    evaluations: [...evaluations],
  };
}
