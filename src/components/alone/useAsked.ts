/** What an open lesson asks about the page of the networks alone, and what the page covers meanwhile. */
import { isOnAlone } from "../../state/slices/lesson";
import { outcomeOf } from "../../state/slices/lessonNow";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useCover } from "../lesson/useCover";
import { useLessonNow } from "../lesson/useLessonNow";

/** The first letter or step that is covered until the reveal, 0-based; null: nothing is. */
export function useCoveredFrom(): number | null {
  const { hiddenFrom } = useCover();
  return useApp(isOnAlone) ? hiddenFrom : null;
}

export interface AskedLetter {
  readonly predicted: number | null;
  readonly truth: number | null;
  /** Null: the answer is there. */
  readonly onPick: ((place: number) => void) | null;
}

/** Null: the lesson asks for no letter. */
export function useAskedLetter(): AskedLetter | null {
  const now = useLessonNow();
  const isHere = useApp(isOnAlone);
  const { question = null, prediction = null } = now ?? {};
  if (!isHere || !now || question?.kind !== "token" || question.of !== "name") return null;
  const truth = outcomeOf(now)?.truth;
  return {
    predicted: prediction?.kind === "token" ? prediction.place : null,
    truth: truth?.kind === "token" ? truth.place : null,
    onPick: now.isRevealed ? null : (place) => student.predict({ kind: "token", place }),
  };
}
