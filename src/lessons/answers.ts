/** What a step asks of a model, and its right answer, for readers who do not play the lesson. */
import { asRow } from "../engine/edits/attentionRow";
import { type Edit, withEdit } from "../engine/edits/edit";
import { GREEDY } from "../engine/show";
import type { Facts } from "./facts";
import type { Call, Outcome, Prediction, Question, Step, Values } from "./lesson";
import { changed, type Scene, type SceneChange } from "./scene";

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

/**
 * @param before in the step's scene; null: the page does not have them
 * @param after the act of the step, without one the same; null: the page does not know what the act brings
 */
export function askedOf(step: Step, before: Facts | null, after: Facts | null): Asked | null {
  if (!before || step.kind === "goal") return null;
  const question = step.ask(before);
  if (!question) return null;
  const values = step.values(before, question);
  if (!after) return { question, values, outcome: null };
  const { truth } = step.judge(after, question, anyPrediction(question), before);
  return { question, values, outcome: truth ? step.judge(after, question, truth, before) : null };
}

/** As the stage takes an edit: the weights of a row sum to 1. */
const settled = (edit: Edit): Edit =>
  edit.kind === "look" ? { ...edit, weights: asRow(edit.weights) } : edit;

/** How an act changes the scene; null: it does more than that, as training does. */
function changeOf(call: Call, { edits = [], show }: Scene): SceneChange | null {
  const [act, to] = call;
  if (act === "changeScene") return to;
  if (act === "typeSource") return { example: { kind: "typed", text: to }, exampleIn: {} };
  if (act === "showExample") return { example: { kind: "heldOut", index: to }, exampleIn: {} };
  if (act === "editDecode") return { edits: withEdit(edits, settled(to)) };
  if (act === "setTeacherForcing") return { show: { feeding: to ? "truth" : "own" } };
  if (act === "choose") return { show: { choosing: { ...GREEDY, ...show?.choosing, ...to } } };
  return null;
}

/** Whether its answer has no blank. */
export const isKnown = (step: Step, before: Facts | null, after: Facts | null): boolean =>
  step.kind === "goal" || (askedOf(step, before, after)?.outcome ?? null) !== null;

/** The scene of the step after its act, where the act only changes the scene; else null. */
export function sceneAfter(step: Step, scene: Scene, before: Facts): Scene | null {
  const question = step.kind === "predict" ? step.ask(before) : null;
  if (!question || step.kind === "goal" || !step.act) return null;
  let after = scene;
  for (const call of step.act.calls(before, question)) {
    const change = changeOf(call, after);
    if (!change) return null;
    after = changed(after, change);
  }
  return after;
}

/** What stands on the page when the step begins; null: what the step before left. */
export function stepScene(step: Step, ofLesson: Scene): Scene | null {
  if (step.scene === "kept") return null;
  return step.scene ? changed(ofLesson, step.scene) : ofLesson;
}
