/** The form of a lesson: its steps ask, act and judge. Everything in them is a pure function of the facts. */
import type { Beside } from "../engine/beside";
import type { Edit } from "../engine/edits/edit";
import type { Mask } from "../engine/results/batchAccount";
import type { Op } from "../engine/results/operation";
import type { Subject } from "../engine/results/subject";
import type { Config, FieldName } from "../engine/setup/config";
import type { Choosing, WeightsOf } from "../engine/show";
import type { TokenView } from "../engine/text/tokens";
import type { NoteId } from "../vis/code/notes/note";
import type { Facts } from "./facts";
import type { SceneChange, SceneView } from "./scene";

/** What the student expects. Rows, columns, places and tiles are 0-based. */
export type Prediction =
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "cell"; readonly row: number; readonly column: number }
  | { readonly kind: "token"; readonly place: number }
  | { readonly kind: "tile"; readonly tile: number }
  | { readonly kind: "weight"; readonly value: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "choice"; readonly choice: string }
  | { readonly kind: "point"; readonly x: number; readonly y: number };

/** Which rows a question is about. */
interface Rows {
  /** The row that the question is about and that "Show me" shows; null: it is about none, and the selection stays. */
  readonly row: number | null;
  /** The column that "Show me" selects in that row; absent: that of its largest weight. */
  readonly column?: number;
  /** The row to show before; null: the selection stays. */
  readonly startRow: number | null;
  /** The map hides the weights of this row and of all later ones until the reveal; null: it hides none. */
  readonly hiddenFrom: number | null;
}

/** A curve in the card. The student chooses a point of it. */
export interface CurveQuestion {
  readonly kind: "point";
  /** The places of the points along x, ascending. */
  readonly xs: readonly number[];
  /** The place of the point that the student moves up and down; null: the student chooses the place, too. */
  readonly x: number | null;
  readonly y: Range;
  /** What the student may see before: another curve, or a part of this one. */
  readonly known: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The student chooses one. */
export interface ChoiceQuestion {
  readonly kind: "choice";
  readonly choices: readonly string[];
  /** What the choices are: languages by their tags, or letters. Absent: keys of the step's texts `choices.<name>`. */
  readonly are?: "languages" | "letters";
  /** Whether it is about the results of a network alone, which a lesson shows in such a step only, and not before the reveal. */
  readonly of?: "results";
}

/** A question about the facts; what it needs to know to be answered depends on its kind. */
export type Question = Rows &
  (
    | { readonly kind: "row" }
    | { readonly kind: "weight" } // or another share of 1, which the step's text `unit` names
    | { readonly kind: "cell"; readonly row: number }
    | { readonly kind: "token"; readonly of: "source" | "answer" | "name" } // the name that a network alone reads
    | { readonly kind: "tile"; readonly of: "encoder" | "decoder" }
    | ({ readonly kind: "number"; readonly decimals: number } & Range) // its unit is the step's text `unit`
    | ChoiceQuestion
    | CurveQuestion
  );

/** A question about no row. */
export const NO_ROW: Rows = { row: null, startRow: null, hiddenFrom: null };

/** A question about a row in sight. */
export const atRow = (row: number): Rows => ({ row, startRow: row, hiddenFrom: null });

/** A question about a row that the map hides until the reveal. */
export const beforeRow = <Row extends number>(row: Row): Rows & { readonly row: Row } => ({
  row,
  startRow: row - 1,
  hiddenFrom: row,
});

/** A live number or word of a text, which the page formats in its language. */
export type Value =
  | { readonly word: TokenView }
  | { readonly words: readonly TokenView[] } // an answer or a source
  | { readonly share: number } // of 1, shown in percent
  | { readonly weight: number } // of 1, shown with two decimals
  | { readonly number: number; readonly decimals: number }
  | { readonly count: number }
  | { readonly language: string } // by its tag
  | { readonly option: { [K in FieldName]: readonly [K, Config[K]] }[FieldName] } // the name of a setting's option
  | { readonly text: string }; // a text of the lesson by its key in the step

export type Values = Readonly<Record<string, Value>>;

/** What the answer is about on the stage, where no prediction can be made. */
export type Pointed =
  /** Rows of a map of self-attention; `counts`: with the number of their weights. */
  | {
      readonly kind: "selfRows";
      readonly of: "encoder" | "self";
      readonly rows: readonly number[];
      readonly counts: boolean;
    }
  /** All states, numbered in the order in which they are computed. */
  | { readonly kind: "states" }
  /** A cell of the map. */
  | { readonly kind: "cell"; readonly row: number; readonly column: number };

/** What really happened. */
export interface Outcome<Verdict extends string = string> {
  /** The key of the sentence for this way of being right or wrong. */
  readonly verdict: Verdict;
  readonly isRight: boolean;
  readonly values: Values;
  /** The right answer in the form of the prediction, to be drawn over it. */
  readonly truth?: Prediction;
  /** What the stage points at beside the truth. */
  readonly pointed?: Pointed;
  /** What the curve of a question about a point really is. */
  readonly curve?: readonly CurvePoint[];
}

/** An act of the page by its name in `state/actions/acts.ts`. */
export type Call =
  | readonly ["editDecode", Edit]
  | readonly ["clearEdits"]
  | readonly ["typeSource", string]
  | readonly ["showExample", number]
  | readonly ["setTeacherForcing", boolean]
  | readonly ["showBeside", Beside]
  | readonly ["choose", Partial<Choosing>]
  | readonly ["lookBack", WeightsOf]
  | readonly ["changeScene", SceneChange] // another model, example or view
  | readonly ["readParameters", "a" | "b"] // of a lane
  | readonly ["trainOneStep"]
  | readonly ["trainFor", number] // updates
  | readonly ["walkUpdate"]
  | readonly ["showWalkStage", "loss" | "gradient" | "clip" | "adam" | "again"]
  | readonly ["showCentre", "network" | "batch"]
  | readonly ["readBatch"]
  | readonly ["switchMask", Mask, boolean]
  | readonly ["evaluate"]
  | readonly ["select", number, (number | null)?]
  | readonly ["inspect", Subject | null]
  | readonly ["derive", string]
  | readonly ["showOperation", Op]
  | readonly ["draw", "values" | "gradients"];

/**
 * What happens between prediction and answer. After a prediction "Show me" makes the calls in order, as the lesson. A
 * student who does the same by hand is recognised, because only `isDone` decides.
 */
export interface Act {
  readonly calls: (before: Facts, question: Question) => readonly Call[];
  /** Whether it has happened since `before`: the facts when the student predicted. */
  readonly isDone: (facts: Facts, before: Facts, question: Question) => boolean;
  /** How much of a slow act is done, 0 to 1. */
  readonly progress?: (facts: Facts, before: Facts) => number;
}

/** What "Why" opens beside its sentence. */
export type Reason =
  | { readonly tab: "equation"; readonly operation: Op }
  /** The code of the operation, and the note that has both ways of writing it. */
  | { readonly tab: "pytorch"; readonly operation: Op; readonly note?: NoteId }
  /** The sum behind a number of the asked row, as `engine/derivation/placeText.ts` names it. */
  | { readonly tab: "numbers"; readonly sum: string }
  | { readonly tab: "results" };

/** Code that a question is about, line by line; the step's text `source` says whose it is. */
export interface CodeExhibit {
  readonly printed: readonly string[]; // word for word, with lines and comments left out
  readonly right: readonly string[]; //   shown with the answer
}

interface StepBase<Id extends string> {
  /** The key of its texts. */
  readonly id: Id;
  /**
   * How its scene differs from the lesson's; "kept": it goes on with what the step before left, and a student who
   * enters here begins with the lesson's scene. Absent: the lesson's scene.
   */
  readonly scene?: SceneChange | "kept";
  /** Null: "Why" has only its sentence. */
  readonly reason: Reason | null;
}

/** A step that asks for a prediction. */
export interface PredictStep<
  Id extends string = string,
  Verdict extends string = string,
> extends StepBase<Id> {
  readonly kind: "predict";
  readonly code?: CodeExhibit;
  /** Null: these facts have no place for the question, for example after training. */
  readonly ask: (facts: Facts) => Question | null;
  /** The words and numbers of its texts before the reveal. */
  readonly values: (facts: Facts, question: Question) => Values;
  readonly act?: Act;
  /** What the student looks at once the answer is there: what it is about stands in sight. */
  readonly shows?: SceneView;
  /**
   * @param facts after the act
   * @param before when the student predicted; without an act the same as `facts`
   */
  readonly judge: (
    facts: Facts,
    question: Question,
    prediction: Prediction,
    before: Facts,
  ) => Outcome<Verdict>;
}

/** A step that gives a goal, which the page checks on the facts. */
export interface GoalStep<
  Id extends string = string,
  Verdict extends string = string,
> extends StepBase<Id> {
  readonly kind: "goal";
  /** The words and numbers of its texts before a try. */
  readonly values?: (facts: Facts) => Values;
  /** Whether these facts can lead to the goal at all. */
  readonly isPossible: (facts: Facts) => boolean;
  /** Null: the student has not tried yet. `isRight`: the goal is reached. */
  readonly check: (facts: Facts) => Outcome<Verdict> | null;
  /** A source with which the goal can be reached, by the task of the scene; the text `hint` names it as `example`. */
  readonly example?: Readonly<Record<string, string>>;
}

export type Step = PredictStep | GoalStep;
