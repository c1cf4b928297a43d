/**
 * The task of a model file that learned from a user's own pairs, which are not part of it. It decodes typed sources: the
 * vocabularies are in the file. It has no pair to train on or to evaluate.
 */
import type { SavedModel } from "../files/modelFile";
import type { Task } from "../tasks/task";
import { graphemes } from "../text/graphemes";
import { createVocabulary, SPECIAL_TOKENS } from "../text/tokens";
import { CORPUS_LIMITS, type CorpusUnit } from "./report";
import { createTokenizer, joinTokens, taskUnit } from "./tokenize";

type Saved = Pick<SavedModel, "sourceTokens" | "targetTokens" | "example">;

const EXAMPLE_TOKENS = 3; // of a file without an example

/** What a vocabulary tells of the tokens: single characters or words, and whether they were simplified. */
function readingOf(tokens: readonly string[]): { unit: CorpusUnit; simplify: boolean } {
  const unit = tokens.some((token) => graphemes(token).length > 1) ? "words" : "characters";
  const hasCapitals = tokens.some((token) => token !== token.toLowerCase());
  const hasAttachedMarks =
    unit === "words" && tokens.some((token) => /[\p{L}\p{N}][.,!?]$/u.test(token));
  return { unit, simplify: !hasCapitals && !hasAttachedMarks };
}

export function createFileTask({ sourceTokens, targetTokens, example = [] }: Saved): Task {
  const source = sourceTokens.slice(SPECIAL_TOKENS.length);
  const target = targetTokens.slice(SPECIAL_TOKENS.length);
  const targetUnit = readingOf(target).unit;
  const { unit, simplify } = readingOf(source);
  return {
    id: "pairs",
    sourceUnit: taskUnit(unit),
    targetUnit: taskUnit(targetUnit),
    sourceVocabulary: createVocabulary(source),
    targetVocabulary: createVocabulary(target),
    maxSourceLength: CORPUS_LIMITS.maxLength.max,
    maxTargetLength: CORPUS_LIMITS.maxLength.max,
    heldOutPairs: [],
    example: example.length > 0 ? example : source.slice(0, EXAMPLE_TOKENS),
    sample: () => {
      throw new Error("model file: expected pairs, but they are not part of the file");
    },
    tokenize: createTokenizer(unit, simplify),
    join: (tokens) => joinTokens(targetUnit, tokens),
    solve: () => null,
  };
}
