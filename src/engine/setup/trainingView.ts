/** How a lane shows its training: the speed, and the rows of the traces meanwhile. */

/** A share of full speed; "slowly": about two updates a second, with a trace after each. */
export type Pace = "slowly" | 0.25 | 0.5 | 1;

export interface TrainingView {
  readonly pace: Pace;
  /**
   * The rows of the traces during training. "expected": those of the expected answer, fed the truth, so that each row
   * keeps its meaning. "shown": as the Show says. Where the answer is unknown, in a beam or a sample, and with earlier
   * weights, it is always as the Show says.
   */
  readonly rows: "expected" | "shown";
}

/** The slowest first. */
export const PACES: readonly Pace[] = ["slowly", 0.25, 0.5, 1];

/** A new worker starts with it. */
export const INITIAL_TRAINING_VIEW: TrainingView = { pace: 1, rows: "expected" };
