/** What really happened in the open step; null while it is open. */
import { useMemo } from "react";
import type { Outcome } from "../../lessons/lesson";
import { stepAt } from "../../lessons/steps";
import type { LessonNow } from "../../state/slices/lesson";

function outcomeOf({ place, trace, question, prediction, isRevealed }: LessonNow): Outcome | null {
  const step = stepAt(place);
  if (step.kind === "goal") return step.check(trace);
  return question && prediction && isRevealed ? step.judge(trace, question, prediction) : null;
}

export function useOutcome(now: LessonNow): Outcome | null {
  return useMemo(() => outcomeOf(now), [now]);
}
