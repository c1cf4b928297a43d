/** What an open lesson asks about the page of the networks alone, and what the page covers meanwhile. */
import type { Reading } from "../../engine/alone/belief";
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

/** Where the results stand: below the rest, or first, covered or not, in the step of a lesson that asks about them. */
export type ResultsPlace = "below" | "covered" | "first";

/** Null: beside the other steps of a lesson they would answer what it asks later. */
export function useResultsPlace(): ResultsPlace | null {
  const now = useLessonNow();
  if (!useApp(isOnAlone)) return "below";
  if (now?.question?.kind !== "choice" || now.question.of !== "results") return null;
  return now.isRevealed ? "first" : "covered";
}

/** What the network read before the act of the open step, once its answer is there; null: it is no such step. */
export function useReadingBefore(): Reading | null {
  const now = useLessonNow();
  const isHere = useApp(isOnAlone);
  return isHere && now?.isRevealed ? (now.before?.alone?.reading ?? null) : null;
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
