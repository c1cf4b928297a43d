/** What the page has at present that could be taken away. */
import { useCover } from "../lesson/useCover";
import { useLane, useRun } from "../useLane";
import { useShownStep } from "../useShownStep";
import type { Stock } from "./items";

export function useStock(): Stock {
  const shown = useShownStep();
  const { hiddenFrom } = useCover();
  const hasMaps = useRun(({ maps }) => maps !== null && maps.frames.length > 0);
  const hasCurves = useRun(({ losses, evaluations }) => losses.count + evaluations.length > 0);
  const hasResults = useLane(({ evaluation }) => evaluation.report !== null);
  return {
    isHidden: hiddenFrom !== null,
    hasTrace: shown !== null,
    attends: Boolean(shown?.step.attention),
    hasBeam: shown?.trace.decoding.kind === "beam",
    hasMaps,
    hasCurves,
    hasResults,
  };
}
