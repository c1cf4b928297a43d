/** The task Reverse: a string of letters, backwards. "abc" -> "cba", target position t comes from source position n-1-t. */
import { graphemes } from "../graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../tokens";
import { splitOf } from "./split";
import type { Pair, Split, Task } from "./task";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const SHORTEST = 3; // of the strings drawn; a typed one may be shorter
const LONGEST = 8;
const HELD_OUT_ONE_IN = 8;

const vocabulary = createVocabulary(LETTERS);

function reversed(source: readonly string[]): Pair {
  return {
    source,
    target: source.toReversed(),
    gold: source.map((_, t) => [source.length - 1 - t]),
  };
}

function drawLetters(random: Random): string[] {
  const length = SHORTEST + random.below(LONGEST - SHORTEST + 1);
  return Array.from({ length }, () => LETTERS[random.below(LETTERS.length)] ?? "");
}

/** Draws until the string is on the wanted side: about one draw for training, eight for held-out. */
function sample(random: Random, split: Split): Pair {
  let letters = drawLetters(random);
  while (splitOf(letters.join(""), HELD_OUT_ONE_IN) !== split) letters = drawLetters(random);
  return reversed(letters);
}

export const reverse: Task = {
  id: "reverse",
  unit: "character",
  sourceVocabulary: vocabulary,
  targetVocabulary: vocabulary,
  maxSourceLength: LONGEST,
  maxTargetLength: LONGEST,
  heldOutPairs: null,
  sample,
  tokenize: (text) => graphemes(text.trim()),
  join: (tokens) => tokens.join(""),
  /** Null for the empty string, for one that is too long and for any character that is not a letter a-z. */
  solve: (source) =>
    source.length >= 1 && source.length <= LONGEST && source.every((token) => vocabulary.has(token))
      ? reversed(source)
      : null,
};
