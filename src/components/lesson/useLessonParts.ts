/** The parts of the page that a lesson's question follows: not the losses of a training run, of which many come each second. */
import { useApp } from "../../state/store";
import { useLane } from "../useLane";

/** Always the same number of parts. */
export function useLessonParts(): readonly unknown[] {
  return [
    useApp(({ view }) => view.mode === "learn"), // the modes without a lesson are alike here
    useApp(({ view }) => view.lesson),
    useApp(({ lesson }) => lesson),
    useLane(({ run }) => run.trace),
    useLane(({ run }) => run.status === "training"),
    useLane(({ run }) => run.info),
    useLane(({ run }) => run.parameters),
    useLane(({ run }) => run.roads),
    useLane(({ evaluation }) => evaluation.report),
  ];
}
