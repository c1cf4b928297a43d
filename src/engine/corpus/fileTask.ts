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

/** What a vocabulary tells of the tokens: what they are, and whether they were simplified. */
function readingOf(tokens: readonly string[]): { unit: CorpusUnit; simplify: boolean } {
  const unit = unitOf(tokens);
  const hasCapitals = tokens.some((token) => token !== token.toLowerCase());
  const hasAttachedMarks =
    unit === "words" && tokens.some((token) => /[\p{L}\p{N}][.,!?]$/u.test(token));
  return { unit, simplify: !hasCapitals && !hasAttachedMarks };
}

function unitOf(tokens: readonly string[]): CorpusUnit {
  if (tokens.some((token) => graphemes(token).length > 1))
    return tokens.some((token) => SPACELESS.test(token)) ? "segmented" : "words";
  const isJamo = tokens.some((token) => JAMO.test(token));
  return isJamo && !tokens.some((token) => SYLLABLE.test(token)) ? "jamo" : "characters";
}

const JAMO = /[\u3131-\u3163]/;
const SYLLABLE = /[\uac00-\ud7a3]/;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

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
