/** What the autosave must know of a kind of run: how it becomes a record, and which record continues it. */

/**
 * @template R a run
 * @template I what tells one model from another
 * @template S the run in a record
 * @template W what the page asks for
 */
export interface RunRecords<R, I, S extends I, W> {
  /** Whether a reload would lose anything. */
  readonly isWorthSaving: (run: R) => boolean;
  /** Another text whenever there is something new to save. */
  readonly stateOf: (run: R) => string;
  readonly identityOf: (run: R) => I;
  /** What a reload asks for while this run is active. */
  readonly wantedOf: (run: R) => W;
  /**
   * A copy of the run as it is in the call, which further training does not change.
   * @param collected the losses up to the call are in the run's history
   * @returns null where a weight is not a number
   */
  readonly pack: (run: R, collected: Promise<void>) => Promise<object | null>;
  /** The run in a record; null where the value is not a complete record. */
  readonly unpack: (record: unknown) => S | null;
  /** Whether the model that is asked for could continue the saved one. */
  readonly canContinue: (saved: I, wanted: W) => boolean;
  /** Whether the record has everything that the model asked for needs. */
  readonly isComplete: (saved: S, wanted: W) => boolean;
}
