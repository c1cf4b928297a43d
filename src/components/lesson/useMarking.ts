/** The marks of a lesson on the stage: predictions made there by a click or by arrow keys, and the truth. */
import { useLayoutEffect } from "react";
import type { Prediction, Question } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { type LessonNow, outcomeOf } from "../../state/slices/lessonNow";
import type { MapMarks, MarkedCell, MarkedTile } from "../unrolled/mapMarks";
import type { OnSelect } from "../unrolled/shown";
import { NO_STAGE_MARKS, type StageMarks, useStageMarks } from "./stageMarks";
import { useLessonNow } from "./useLessonNow";

/** What a selection in the map predicts; null: nothing, and it only selects. */
function pickedOf(question: Question, row: number, column: number | null): Prediction | null {
  switch (question.kind) {
    case "row":
      return { kind: "row", row };
    case "cell":
      return row === question.row && column !== null ? { kind: "cell", row, column } : null;
    case "token":
      if (question.of === "answer") return { kind: "token", place: row };
      return column === null ? null : { kind: "token", place: column };
    case "tile":
    case "weight":
    case "number":
    case "choice":
    case "point":
      return null;
    default:
      return question satisfies never;
  }
}

const PICKED: readonly Question["kind"][] = ["row", "cell", "token"];

/** Where a lesson asks for a row, a cell or a token, the selection in the map is the prediction. */
function pickOf(question: Question | null): OnSelect | null {
  if (!question || !PICKED.includes(question.kind)) return null;
  return (row, column) => {
    const picked = pickedOf(question, row, column);
    if (picked) student.predict(picked);
    // The answer to a question about a cell is the cell's, and the selection stays on the row before.
    if (picked?.kind !== "cell") student.selectByHand(row, column);
  };
}

function pickTileOf(question: Question | null): MapMarks["onPickTile"] {
  if (question?.kind !== "tile") return null;
  return ({ of, tile }) => {
    if (of === question.of) student.predict({ kind: "tile", tile });
  };
}

/** Where a prediction or the truth stands in the map; null: not there. */
function cellOf(question: Question | null, found: Prediction | null): MarkedCell | null {
  if (found?.kind === "cell") return found;
  if (found?.kind === "row") return { row: found.row, column: null };
  if (found?.kind === "token" && question?.kind === "token" && question.of === "answer")
    return { row: found.place, column: null };
  return null;
}

function tileMarkOf(question: Question | null, found: Prediction | null): MarkedTile | null {
  if (question?.kind !== "tile" || found?.kind !== "tile") return null;
  return { of: question.of, tile: found.tile };
}

function marksOf(now: LessonNow | null): StageMarks | null {
  if (!now) return null;
  const { question, prediction, isRevealed } = now;
  const { truth = null, pointed = null } = outcomeOf(now) ?? {};
  const open = isRevealed ? null : question;
  return {
    predicted: cellOf(question, prediction),
    truth: pointed?.kind === "cell" ? pointed : cellOf(question, truth),
    predictedTile: tileMarkOf(question, prediction),
    trueTile: tileMarkOf(question, truth),
    onPick: pickOf(open),
    onPickTile: pickTileOf(open),
  };
}

/** Hands the marks to the stage while the lesson is on the page. */
export function useMarking(): void {
  const now = useLessonNow();
  useLayoutEffect(() => {
    const pointed = (now && outcomeOf(now)?.pointed) ?? null;
    useStageMarks.setState({ marks: marksOf(now), pointed });
  }, [now]);
  useLayoutEffect(() => () => useStageMarks.setState(NO_STAGE_MARKS), []);
}
