/** How far the answer has come: stepping through moves it, choosing a row in the picture leaves it. */
import { clampStep } from "../state/slices/view";
import { useApp } from "../state/store";
import { useLane } from "./useLane";

/** The last step of the answer so far, 0-based. */
export function useReached(): number {
  const trace = useLane((lane) => lane.run.trace);
  const reached = useApp(({ view }) => view.reached);
  return clampStep(trace, reached);
}
