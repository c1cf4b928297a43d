/** The history of a run: its losses and its evaluations. */
import type { TaskId } from "../tasks/task";
import type { AttentionEntropy } from "./entropy";

export interface LossPoint {
  readonly step: number; // 1 = after the first update
  readonly loss: number; // mean cross-entropy in nats over the real target tokens of one batch
}

/** Measures of the fixed held-out examples. All but the loss are of free-running greedy decoding. */
export interface Evaluation {
  readonly step: number;
  readonly examples: number;
  readonly exactMatch: number; //            [0, 1]
  readonly tokenAccuracy: number; //         [0, 1] free-running, padding excluded
  readonly alignmentError: number | null; // [0, 1] on exactly matched examples; null without attention, gold or matches
  /** Teacher-forced mean cross-entropy per real target token, in nats. Earlier versions wrote records without it. */
  readonly heldOutLoss?: number;
  /** Entropy of the attention in these answers; null without attention. Earlier versions wrote records without it. */
  readonly entropy?: AttentionEntropy | null;
}

/** The evaluation of the weights that a run keeps as its best. */
export type BestEvaluation = Pick<Evaluation, "step" | "exactMatch" | "heldOutLoss">;

/**
 * What decides between two evaluations. "match": the exact match, and of equals the held-out loss. "loss": the number of
 * whole tenths of the answers that match, and of equals the held-out loss.
 */
export type Criterion = "match" | "loss";

/**
 * The criterion of a task. A real sentence has many right translations, so few answers match the one in the file, and a
 * few more or less are chance; the held-out loss sees every token. docs/decisions/0064 has the measurements.
 */
export function criterionOf(task: TaskId): Criterion {
  return task === "pairs" ? "loss" : "match";
}

/** Whether `a` is better than `b`. An evaluation without a held-out loss is the worst of its equals. */
export function isBetter(a: BestEvaluation, b: BestEvaluation, by: Criterion): boolean {
  const [higher, lower] = by === "match" ? [a.exactMatch, b.exactMatch] : [tenths(a), tenths(b)];
  if (higher !== lower) return higher > lower;
  return (a.heldOutLoss ?? Infinity) < (b.heldOutLoss ?? Infinity);
}

const tenths = ({ exactMatch }: BestEvaluation): number => Math.floor(10 * exactMatch);

/** The first of the best evaluations; null: there are none. */
export function bestOf<T extends BestEvaluation>(
  evaluations: readonly T[],
  by: Criterion,
): T | null {
  let best: T | null = null;
  for (const each of evaluations) if (best === null || isBetter(each, best, by)) best = each;
  return best;
}
