/** The history of a run: its losses and its evaluations. */
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

/** Whether `a` is better than `b`: a higher exact match, or the same and a lower held-out loss. */
export function isBetter(a: BestEvaluation, b: BestEvaluation): boolean {
  if (a.exactMatch !== b.exactMatch) return a.exactMatch > b.exactMatch;
  return (a.heldOutLoss ?? Infinity) < (b.heldOutLoss ?? Infinity);
}
