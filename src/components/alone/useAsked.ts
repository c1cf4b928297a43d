/** What an open lesson asks about the page of the networks alone, and what the page covers meanwhile. */
import { stepScene } from "../../lessons/answers";
import { sceneOf } from "../../lessons/catalogue";
import { isOnAlone } from "../../state/slices/lesson";
import type { Prediction } from "../../lessons/lesson";
import { type LessonNow, outcomeOf } from "../../state/slices/lessonNow";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useCover } from "../lesson/useCover";
import { useLessonNow } from "../lesson/useLessonNow";

/** The first letter or step that is covered until the reveal, 0-based; null: nothing is. */
export function useCoveredFrom(): number | null {
  const { hiddenFrom } = useCover();
  return useApp(isOnAlone) ? hiddenFrom : null;
}

/** Whether the results stay covered for a question that comes later. */
export function useCoversResults(): boolean {
  const now = useLessonNow();
  const isHere = useApp(isOnAlone);
  const scene = now && stepScene(now.step, sceneOf(now.place.id));
  return isHere && scene?.coversResults === true;
}

export interface AskedLetter {
  readonly predicted: number | null;
  readonly truth: number | null;
  /** Null: the answer is there. */
  readonly onPick: ((place: number) => void) | null;
}

const placeOf = (prediction: Prediction | null | undefined): number | null =>
  prediction?.kind === "token" ? prediction.place : null;

const pick = (place: number): void => student.predict({ kind: "token", place });

const asksForLetter = ({ question }: LessonNow): boolean =>
  question?.kind === "token" && question.of === "name";

/** Null: the lesson asks for no letter. */
export function useAskedLetter(): AskedLetter | null {
  const now = useLessonNow();
  const isHere = useApp(isOnAlone);
  if (!isHere || !now || !asksForLetter(now)) return null;
  return {
    predicted: placeOf(now.prediction),
    truth: placeOf(outcomeOf(now)?.truth),
    onPick: now.isRevealed ? null : pick,
  };
}
