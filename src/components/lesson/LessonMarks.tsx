/** Connects the lesson with the stage: what it covers there, and its marks. */
import { type ReactNode, useMemo } from "react";
import { MapMarksContext, NO_MARKS } from "../unrolled/mapMarks";
import { useStageMarks } from "./stageMarks";
import { useCover } from "./useCover";

export function LessonMarks({ children }: { readonly children: ReactNode }): ReactNode {
  const { hiddenFrom, asked } = useCover();
  const marks = useStageMarks((state) => state.marks);
  const all = useMemo(
    () => ({ ...NO_MARKS, ...marks, hiddenFrom: hiddenFrom ?? Infinity, asked }),
    [marks, hiddenFrom, asked],
  );
  return <MapMarksContext value={all}>{children}</MapMarksContext>;
}
