/** The English words that a sentence of a translating task can use. */
import type { TaskId } from "../engine/tasks/task";
import { firstWords, type Lexicon, type Noun, type Word } from "../engine/tasks/grammar/english";
import { FRENCH_LEXICON } from "../engine/tasks/grammar/french";
import { KOREAN_LEXICON } from "../engine/tasks/grammar/korean";

export const WORD_CLASSES = ["determiners", "adjectives", "nouns", "verbs"] as const;

/** By class, each word in all its forms. */
export type SourceWords = Readonly<Record<(typeof WORD_CLASSES)[number], readonly string[]>>;

const LEXICONS: Partial<Record<TaskId, Lexicon<Noun>>> = {
  englishFrench: FRENCH_LEXICON,
  englishKorean: KOREAN_LEXICON,
};

const formsOf = (words: readonly Word[]): string[] => [
  ...new Set(words.flatMap(({ english }) => english)),
];

/**
 * Null: the task does not translate.
 * @param symbols nouns, and verbs and adjectives each
 */
export function sourceWords(task: TaskId, symbols: number): SourceWords | null {
  const lexicon = LEXICONS[task];
  if (!lexicon) return null;
  const { determiners, adjectives, nouns, verbs } = firstWords(lexicon, symbols);
  return {
    determiners: ["an", ...formsOf(determiners)].toSorted(),
    adjectives: formsOf(adjectives.flat()),
    nouns: formsOf(nouns),
    verbs: formsOf(verbs),
  };
}
