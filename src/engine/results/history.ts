/** The history of a run: its losses and its evaluations. */

export interface LossPoint {
  readonly step: number; // 1 = after the first update
  readonly loss: number; // mean cross-entropy in nats over the real target tokens of one batch
}

/** Free-running greedy decoding of the fixed held-out examples. */
export interface Evaluation {
  readonly step: number;
  readonly examples: number;
  readonly exactMatch: number; //            [0, 1]
  readonly tokenAccuracy: number; //         [0, 1] free-running, padding excluded
  readonly alignmentError: number | null; // [0, 1] on exactly matched examples; null without attention, gold or matches
}
