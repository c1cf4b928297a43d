/** Connects the lesson with the map: predictions made by a click or by arrow keys, and their marks. */
import { type ReactNode, useMemo } from "react";
import { student } from "../../state/actions/acts";
import { hiddenFrom } from "../../state/slices/lesson";
import { type MapMarks, MapMarksContext } from "../unrolled/mapMarks";
import type { OnSelect } from "../unrolled/shown";
import { useLessonNow } from "./useLessonNow";

export function LessonMarks({ children }: { readonly children: ReactNode }): ReactNode {
  const now = useLessonNow();
  const marks = useMemo((): MapMarks => {
    const expected = now?.prediction;
    const predicted =
      expected?.kind === "cell"
        ? expected
        : expected?.kind === "row"
          ? { row: expected.row, column: null }
          : null;
    return { hiddenFrom: hiddenFrom(now) ?? Infinity, predicted };
  }, [now]);
  return <MapMarksContext value={marks}>{children}</MapMarksContext>;
}

/** Selecting in the map: where a lesson asks for a row or a cell, the selection is the prediction. */
export function useLessonSelect(): OnSelect {
  const now = useLessonNow();
  return (row, column) => {
    const question = now && !now.isRevealed ? now.question : null;
    if (question?.kind === "row") student.predict({ kind: "row", row });
    const isAsked = question?.kind === "cell" && row === question.row;
    if (isAsked && column !== null) student.predict({ kind: "cell", row, column });
    else student.selectByHand(row, column);
  };
}
