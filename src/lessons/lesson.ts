/** The form of a lesson's step: what it asks about the trace on show, and how it judges a prediction. All pure. */
import type { Op } from "../engine/results/operation";
import type { Trace } from "../engine/results/trace";
import type { TokenView } from "../engine/text/tokens";

/** What the student expects. Rows and columns of the map are 0-based. */
export type Prediction =
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "cell"; readonly row: number; readonly column: number }
  | { readonly kind: "weight"; readonly value: number }
  | { readonly kind: "choice"; readonly choice: string };

/** A live number or word of a text, which the page formats in its language. */
export type Value =
  | { readonly word: TokenView }
  | { readonly share: number } // of 1, shown in percent
  | { readonly weight: number } // of 1, shown with two decimals
  | { readonly count: number };

export type Values = Readonly<Record<string, Value>>;

/** A question about one trace. */
export interface Question {
  readonly kind: Prediction["kind"];
  /** The row that the question is about and that "Show me" shows. */
  readonly row: number;
  /** The row to show before. */
  readonly startRow: number;
  /** The map hides the weights of this row and of all later ones until the reveal; null: it hides none. */
  readonly hiddenFrom: number | null;
}

/** What really happened. */
export interface Outcome<Verdict extends string = string> {
  /** The key of the sentence for this way of being right or wrong. */
  readonly verdict: Verdict;
  readonly isRight: boolean;
  readonly values: Values;
}

interface StepBase<Id extends string> {
  /** The key of its texts. */
  readonly id: Id;
  /** The operation that "Why" opens in the inspector; null: none. */
  readonly operation: Op | null;
}

/** A step that asks for a prediction. */
export interface PredictStep<
  Id extends string = string,
  Verdict extends string = string,
> extends StepBase<Id> {
  readonly kind: "predict";
  /** The words and numbers of its texts before the reveal. */
  readonly values: (trace: Trace, question: Question) => Values;
  readonly judge: (trace: Trace, question: Question, prediction: Prediction) => Outcome<Verdict>;
}

/** A step that gives a goal, which the page checks on the trace. */
export interface GoalStep<
  Id extends string = string,
  Verdict extends string = string,
> extends StepBase<Id> {
  readonly kind: "goal";
  /** Whether the trace's model can reach the goal at all. */
  readonly isPossible: (trace: Trace) => boolean;
  /** Null: the student has not tried yet. `isRight`: the goal is reached. */
  readonly check: (trace: Trace) => Outcome<Verdict> | null;
  /** A source with which the goal can be reached, by the task of the scene. */
  readonly example: Readonly<Record<string, string>>;
}
