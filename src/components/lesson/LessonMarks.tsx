/** Connects the lesson with the map: predictions made by a click or by arrow keys, and their marks. */
import { type ReactNode, useMemo } from "react";
import { student } from "../../state/actions/acts";
import { hiddenFrom, type LessonNow } from "../../state/slices/lesson";
import { type MapMarks, MapMarksContext } from "../unrolled/mapMarks";
import type { OnSelect } from "../unrolled/shown";
import { useLessonNow } from "./useLessonNow";

/** Where a lesson asks for a row or a cell, the selection in the map is the prediction. */
function pickOf(now: LessonNow | null): OnSelect | null {
  const question = now && !now.isRevealed ? now.question : null;
  if (question?.kind !== "row" && question?.kind !== "cell") return null;
  return (row, column) => {
    if (question.kind === "row") student.predict({ kind: "row", row });
    const isAsked = question.kind === "cell" && row === question.row;
    if (isAsked && column !== null) student.predict({ kind: "cell", row, column });
    else student.selectByHand(row, column);
  };
}

function predictedOf(now: LessonNow | null): MapMarks["predicted"] {
  const expected = now?.prediction;
  if (expected?.kind === "cell") return expected;
  return expected?.kind === "row" ? { row: expected.row, column: null } : null;
}

function marksOf(now: LessonNow | null): MapMarks {
  const hidden = hiddenFrom(now);
  return {
    hiddenFrom: hidden ?? Infinity,
    asked: hidden === null ? null : (now?.question?.row ?? null),
    predicted: predictedOf(now),
    onPick: pickOf(now),
  };
}

export function LessonMarks({ children }: { readonly children: ReactNode }): ReactNode {
  const now = useLessonNow();
  const marks = useMemo(() => marksOf(now), [now]);
  return <MapMarksContext value={marks}>{children}</MapMarksContext>;
}
