/** Connects the lesson with the stage: predictions made there by a click or by arrow keys, their marks, and the truth. */
import { type ReactNode, useMemo } from "react";
import type { Prediction, Question } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { hiddenFrom, type LessonNow, outcomeOf } from "../../state/slices/lesson";
import {
  type MapMarks,
  MapMarksContext,
  type MarkedCell,
  type MarkedTile,
  NO_MARKS,
} from "../unrolled/mapMarks";
import type { OnSelect } from "../unrolled/shown";
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
    if (picked) void student.predict(picked);
    // The answer to a question about a cell is the cell's, and the selection stays on the row before.
    if (picked?.kind !== "cell") student.selectByHand(row, column);
  };
}

function pickTileOf(question: Question | null): MapMarks["onPickTile"] {
  if (question?.kind !== "tile") return null;
  return ({ of, tile }) => {
    if (of === question.of) void student.predict({ kind: "tile", tile });
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

function marksOf(now: LessonNow | null): MapMarks {
  if (!now) return NO_MARKS;
  const { question, prediction, isRevealed } = now;
  const hidden = hiddenFrom(now);
  const truth = outcomeOf(now)?.truth ?? null;
  const open = isRevealed ? null : question;
  return {
    hiddenFrom: hidden ?? Infinity,
    asked: hidden === null ? null : (question?.row ?? null),
    predicted: cellOf(question, prediction),
    truth: cellOf(question, truth),
    predictedTile: tileMarkOf(question, prediction),
    trueTile: tileMarkOf(question, truth),
    onPick: pickOf(open),
    onPickTile: pickTileOf(open),
  };
}

export function LessonMarks({ children }: { readonly children: ReactNode }): ReactNode {
  const now = useLessonNow();
  const marks = useMemo(() => marksOf(now), [now]);
  return <MapMarksContext value={marks}>{children}</MapMarksContext>;
}
