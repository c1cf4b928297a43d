/** Why a target token may have no gold link. A token and its task tell, so it can be said of any trace. */
import type { GoldLinks, TaskId } from "./task";

/** Nothing in the source stands for the token, because it is ... */
export type NoGoldReason =
  | "separator" // the same in every target, nothing in the source asks for it: the hyphens of a date
  | "century" // the source writes the year in two digits, so its first two digits stand nowhere; they are inferred
  | "zero" // a zero is not said in words; it follows from the words that name the other digits' places
  | "ending" // the rule puts it behind every word: the "ay" or "way" of Pig Latin
  | "particle"; // marks a noun as subject or object, which the source says by the order of its words

/** The tasks that have such tokens, and what the token says of the reason. */
const REASONS: Partial<Record<TaskId, (token: string) => NoGoldReason>> = {
  pigLatin: () => "ending",
  numberWords: () => "zero",
  numberWordsKorean: () => "zero",
  dates: (token) => (token === "-" ? "separator" : "century"),
  englishKorean: () => "particle",
};

interface Linked {
  readonly target: readonly string[];
  readonly gold: GoldLinks | null;
}

/** Why the target token at this position has no gold link; null where it has links or nobody knows them. */
export function noGoldReason(
  task: TaskId,
  { target, gold }: Linked,
  position: number,
): NoGoldReason | null {
  const token = target[position];
  if (token === undefined || gold?.[position]?.length !== 0) return null;
  return REASONS[task]?.(token) ?? null;
}
