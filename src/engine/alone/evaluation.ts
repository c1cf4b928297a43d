/** What is known of a network alone after some updates. Plain data. */

/** Of one split, without dropout. */
export interface SplitScore {
  readonly loss: number; // nats: a name of a classifier, a letter of a generator
  /** Of a classifier: share of names in their class. Of a generator: share of letters that it would have said. */
  readonly right: number;
}

export interface AloneEvaluation {
  readonly step: number; // updates
  readonly train: SplitScore; // on as many training names as there are held-out ones
  readonly heldOut: SplitScore;
  /** Of a classifier, on the held-out names: how many of class i it puts into class j. [C][C] */
  readonly confusion: readonly (readonly number[])[] | null;
}
