/** The page as a lesson sees it, the same until a part changes that a question follows. */
import { useMemo } from "react";
import { isGuided } from "../../state/slices/lesson";
import { type AppState, useApp } from "../../state/store";
import { useLane } from "../useLane";

/** The losses of a training run change nothing here: many of them come each second. */
export function useLessonSource(): AppState {
  const isShown = useApp(isGuided);
  const place = useApp(({ view }) => view.lesson);
  const lesson = useApp((state) => state.lesson);
  const trace = useLane(({ run }) => run.trace);
  const isTraining = useLane(({ run }) => run.status === "training");
  const info = useLane(({ run }) => run.info);
  const parameters = useLane(({ run }) => run.parameters);
  const roads = useLane(({ run }) => run.roads);
  const traceOfB = useApp(({ lanes }) => lanes.b?.run.trace);
  const report = useLane(({ evaluation }) => evaluation.report);
  return useMemo(
    () => useApp.getState(),
    // oxlint-disable-next-line react/exhaustive-deps -- the parts of the page that a question follows
    [isShown, place, lesson, trace, isTraining, info, parameters, roads, traceOfB, report],
  );
}
