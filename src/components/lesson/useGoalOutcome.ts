/** What a try has led to in a step with a goal, at every change of the page; null: no try yet, or the step has no goal. */
import { useMemo } from "react";
import type { Outcome, Step } from "../../lessons/lesson";
import { isBehind } from "../../state/slices/sceneArrival";
import { useApp } from "../../state/store";
import { useFacts } from "./useFacts";

export function useGoalOutcome(step: Step): Outcome | null {
  const facts = useFacts();
  const isWaiting = useApp(isBehind);
  return useMemo(() => {
    if (step.kind !== "goal" || !facts || isWaiting || !step.isPossible(facts)) return null;
    return step.check(facts);
  }, [step, facts, isWaiting]);
}
