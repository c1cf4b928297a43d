/** The open step of the lesson over the trace on the stage. */
import { useMemo } from "react";
import { stepsAt } from "../../state/ports/lessonFiles";
import { hiddenFrom, type LessonNow, lessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";

/** It follows what changes a question: not the losses of a training run, of which many come each second. */
export function useLessonNow(): LessonNow | null {
  // The modes without a lesson are alike here, so a change between them renders nothing.
  const mode = useApp(({ view }) => (view.mode === "learn" ? "learn" : "lab"));
  const place = useApp(({ view }) => view.lesson);
  const lesson = useApp((state) => state.lesson);
  const trace = useLane(({ run }) => run.trace);
  const isTraining = useLane(({ run }) => run.status === "training");
  const runId = useLane(({ run }) => run.info?.runId);
  const report = useLane(({ evaluation }) => evaluation.report);
  const parameters = useLane(({ run }) => run.parameters);
  const roads = useLane(({ run }) => run.roads);
  return useMemo(
    () =>
      lessonNow({ ...useApp.getState(), lesson, view: { mode, lesson: place } }, stepsAt(place)),
    // oxlint-disable-next-line react/exhaustive-deps -- the lane's parts that a question follows
    [mode, place, lesson, trace, isTraining, runId, report, parameters, roads],
  );
}

/** The row from which the map hides its weights until the student predicts; null: it hides none. */
export function useHiddenFrom(): number | null {
  return hiddenFrom(useLessonNow());
}
