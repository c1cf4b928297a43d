/** Tasks that translate the toy English word by word, in the order and forms of the target language. */
import type { Random } from "../../rng";
import { createVocabulary } from "../../text/tokens";
import { createFamily } from "../family";
import { drawOnSide, heldOutOf } from "../split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily } from "../task";
import {
  drawSentence,
  englishWords,
  firstWords,
  readSentence,
  type Lexicon,
  type Noun,
  type Sentence,
} from "./english";

/** A word of the translation and the positions of the English words that it translates. */
export interface TranslatedWord {
  readonly text: string;
  readonly from: readonly number[];
}

export interface TranslationTask<N extends Noun> {
  readonly id: GeneratedTaskId;
  readonly lexicon: Lexicon<N>;
  readonly translate: (sentence: Sentence<N>) => readonly TranslatedWord[];
  /** Target words that the grammar adds and the lexicon does not list. */
  readonly grammaticalWords: readonly string[];
  /** The most words by which a translation is longer than its source. */
  readonly extraWords: number;
  readonly join: (tokens: readonly string[]) => string;
  /** English sentences that read well: the held-out examples begin with the held-out ones. */
  readonly sentences: readonly string[];
}

/** The content that decides the split: the translation, because different English sentences can have the same. */
const contentOf = (pair: Pair): string => pair.target.join(" ");

/** Every target word of a lexicon. */
function targetWords({ determiners, adjectives, nouns, verbs }: Lexicon<Noun>): string[] {
  return [...determiners, ...adjectives.flat(), ...nouns, ...verbs].flatMap((word) => word.target);
}

/** Accepts any case and spaces, with or without the full stop, because students type the source. */
function tokenize(text: string): string[] {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.!]\s*$/, "")
    .trim();
  return words === "" ? [] : words.split(/\s+/);
}

function createTask<N extends Noun>(task: TranslationTask<N>, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const lexicon = firstWords(task.lexicon, symbols);

  /** Null where the source does not fit the grammar or is too long. */
  function solve(source: readonly string[]): Pair | null {
    const sentence = source.length <= longest ? readSentence(lexicon, source) : null;
    if (!sentence) return null;
    const words = task.translate(sentence);
    return { source, target: words.map((w) => w.text), gold: words.map((w) => w.from) };
  }

  function drawPair(random: Random): Pair {
    const length = shortest + random.below(longest - shortest + 1);
    const pair = solve(drawSentence(random, lexicon, length));
    if (!pair) throw new Error(`${task.id}: the drawn sentence does not fit the grammar`);
    return pair;
  }

  return {
    id: task.id,
    sourceUnit: "word",
    targetUnit: "word",
    sourceVocabulary: createVocabulary(new Set(englishWords(lexicon))),
    targetVocabulary: createVocabulary(
      new Set([...task.grammaticalWords, ...targetWords(lexicon)]),
    ),
    maxSourceLength: longest,
    maxTargetLength: longest + task.extraWords,
    heldOutPairs: null,
    firstHeldOut: heldOutOf(
      task.sentences
        .flatMap((sentence) => solve(tokenize(sentence)) ?? [])
        .filter(({ source }) => source.length >= shortest),
      contentOf,
    ),
    sample: (random, split) => drawOnSide(split, () => drawPair(random), contentOf),
    tokenize,
    join: task.join,
    solve,
  };
}

/** The family of a language pair. */
export function translationFamily<N extends Noun>(task: TranslationTask<N>): TaskFamily {
  return createFamily({ id: task.id, create: (difficulty) => createTask(task, difficulty) });
}
