/** A task of random tokens with the sizes of a user's own pairs: a training step takes as long as on them. */
import type { Random } from "../../engine/rng";
import type { Task } from "../../engine/tasks/task";
import { createVocabulary, SPECIAL_TOKENS, type Vocabulary } from "../../engine/text/tokens";
import type { TimedSizes } from "../protocol";

/** Both sides have up to `maxSourceLength` tokens, because the page does not know the lengths of the targets. */
export function randomTask({ sourceTokens, targetTokens, maxSourceLength }: TimedSizes): Task {
  const sourceVocabulary = vocabularyOf(sourceTokens);
  const targetVocabulary = vocabularyOf(targetTokens);
  return {
    id: "pairs",
    sourceUnit: "word",
    targetUnit: "word",
    sourceVocabulary,
    targetVocabulary,
    maxSourceLength,
    maxTargetLength: maxSourceLength,
    heldOutPairs: [],
    sample(random) {
      const length = 1 + random.below(maxSourceLength);
      return {
        source: sentence(sourceVocabulary, length, random),
        target: sentence(targetVocabulary, length, random),
        gold: null,
      };
    },
    tokenize: (text) => text.split(" "),
    join: (tokens) => tokens.join(" "),
    solve: () => null,
  };
}

/** @param size the number of tokens, special tokens included */
function vocabularyOf(size: number): Vocabulary {
  const ordinary = Math.max(1, size - SPECIAL_TOKENS.length);
  return createVocabulary(Array.from({ length: ordinary }, (_, i) => String(i)));
}

function sentence({ tokens }: Vocabulary, length: number, random: Random): string[] {
  const special = SPECIAL_TOKENS.length;
  return Array.from(
    { length },
    () => tokens[special + random.below(tokens.length - special)] ?? "0",
  );
}
