/** What a step asks of a model, and its right answer, for readers who do not play the lesson. */
import type { Facts } from "./facts";
import type { Outcome, Prediction, Question, Step, Values } from "./lesson";

export interface Asked {
  readonly question: Question;
  /** The words and numbers of the question's texts. */
  readonly values: Values;
  /** With the right answer; null: the step first makes something happen. */
  readonly outcome: Outcome | null;
}

/** Some prediction, from which the judge says what is true. */
function anyPrediction(question: Question): Prediction {
  switch (question.kind) {
    case "row":
      return { kind: "row", row: 0 };
    case "cell":
      return { kind: "cell", row: question.row, column: 0 };
    case "token":
      return { kind: "token", place: 0 };
    case "tile":
      return { kind: "tile", tile: 0 };
    case "weight":
      return { kind: "weight", value: 0 };
    case "number":
      return { kind: "number", value: question.min };
    case "choice":
      return { kind: "choice", choice: question.choices[0] ?? "" };
    case "point":
      return { kind: "point", x: question.x ?? question.xs[0] ?? 0, y: question.y.min };
    default:
      return question satisfies never;
  }
}

/** @param facts of the lesson's scene; null: the page does not have them */
export function askedOf(step: Step, facts: Facts | null): Asked | null {
  const isOwnScene = step.scene !== undefined; // it can be told only where it stands on the stage
  if (!facts || step.kind === "goal" || isOwnScene) return null;
  const question = step.ask(facts);
  if (!question) return null;
  const values = step.values(facts, question);
  if (step.act) return { question, values, outcome: null };
  const { truth } = step.judge(facts, question, anyPrediction(question), facts);
  return { question, values, outcome: truth ? step.judge(facts, question, truth, facts) : null };
}
