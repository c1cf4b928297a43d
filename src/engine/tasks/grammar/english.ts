/** A toy English grammar: subject, verb, object. Sentences are drawn and parsed by the same rules. */
import type { Random } from "../../rng";
import { drawFrom } from "../drawFrom";

/** A word in English and in the target language, in all its forms. */
export interface Word {
  readonly english: readonly string[]; // singular, and plural where the grammar has one
  readonly target: readonly string[];
}

export interface Noun extends Word {
  readonly kind: "animate" | "food" | "thing"; // only animate nouns can be subjects
}

export interface Verb extends Word {
  readonly object: "anything" | "food";
}

export interface Lexicon<N extends Noun> {
  readonly determiners: readonly Word[];
  /** One list for each adjective position before the noun: a noun has at most one adjective from each, in this order. */
  readonly adjectives: readonly (readonly Word[])[];
  readonly nouns: readonly N[];
  readonly verbs: readonly Verb[];
}

/** Determiner, adjectives and noun, in this order from position `start` of the sentence. */
export interface NounPhrase<N extends Noun> {
  readonly start: number;
  readonly number: number; // 0 singular, 1 plural
  readonly determiner: Word;
  readonly adjectives: readonly Word[];
  readonly noun: N;
}

export interface Sentence<N extends Noun> {
  readonly subject: NounPhrase<N>;
  readonly verb: Verb;
  readonly object: NounPhrase<N>;
}

/** Determiner, noun, verb, determiner, noun. */
const SHORTEST_SENTENCE = 5;

/** The first `count` nouns, verbs and adjectives of a lexicon; the adjectives are shared evenly among positions. */
export function firstWords<N extends Noun>(lexicon: Lexicon<N>, count: number): Lexicon<N> {
  const places = lexicon.adjectives.length;
  return {
    determiners: lexicon.determiners,
    adjectives: lexicon.adjectives.map((words, place) =>
      words.slice(0, Math.ceil((count - place) / places)),
    ),
    nouns: lexicon.nouns.slice(0, count),
    verbs: lexicon.verbs.slice(0, count),
  };
}

/** Every English word of a lexicon. */
export function englishWords({ determiners, adjectives, nouns, verbs }: Lexicon<Noun>): string[] {
  const words = [...determiners, ...adjectives.flat(), ...nouns, ...verbs];
  return ["an", ...words.flatMap((word) => word.english)];
}

function wordAfter(phrase: NounPhrase<Noun>): number {
  return phrase.start + 2 + phrase.adjectives.length;
}

/** The position of the noun of a phrase. */
export function nounPosition(phrase: NounPhrase<Noun>): number {
  return wordAfter(phrase) - 1;
}

/** The position of the verb of a sentence. */
export function verbPosition({ subject }: Sentence<Noun>): number {
  return wordAfter(subject);
}

/** "a" becomes "an" before a vowel: right for these lexicons, which have no word like "hour" or "uniform". */
function beforeWord(determiner: string | undefined, next: string): string | undefined {
  return determiner === "a" && /^[aeiou]/.test(next) ? "an" : determiner;
}

/** For each place whether it is taken, `taken` in total; every choice of places is equally likely. */
function drawPlaces(random: Random, places: number, taken: number): boolean[] {
  let left = taken;
  return Array.from({ length: places }, (_, place) => {
    const takes = random.below(places - place) < left;
    if (takes) left--;
    return takes;
  });
}

/** Draws a phrase with an adjective in each place that is taken. */
function drawPhrase(
  random: Random,
  { determiners, adjectives }: Lexicon<Noun>,
  nouns: readonly Noun[],
  taken: readonly boolean[],
): { words: string[]; number: number } {
  const noun = drawFrom(random, nouns);
  const number = random.below(noun.english.length);
  const described = adjectives
    .filter((_, place) => taken[place])
    .map((words) => drawFrom(random, words).english[0] ?? "");
  const rest = [...described, noun.english[number] ?? ""];
  const determiner = beforeWord(drawFrom(random, determiners).english[number], rest[0] ?? "");
  return { words: [determiner ?? "", ...rest], number };
}

/** Draws a sentence of `length` words: SHORTEST_SENTENCE words and as many adjectives as are missing. */
export function drawSentence(random: Random, lexicon: Lexicon<Noun>, length: number): string[] {
  const { adjectives, nouns, verbs } = lexicon;
  const taken = drawPlaces(random, 2 * adjectives.length, length - SHORTEST_SENTENCE);
  const verb = drawFrom(random, verbs);
  const animate = nouns.filter((noun) => noun.kind === "animate");
  const objects = nouns.filter((noun) => verb.object === "anything" || noun.kind === verb.object);
  const subject = drawPhrase(random, lexicon, animate, taken.slice(0, adjectives.length));
  const object = drawPhrase(random, lexicon, objects, taken.slice(adjectives.length));
  return [...subject.words, verb.english[subject.number] ?? "", ...object.words];
}

function readPhrase<N extends Noun>(
  { determiners, adjectives, nouns }: Lexicon<N>,
  words: readonly string[],
  start: number,
): NounPhrase<N> | null {
  const described: Word[] = [];
  for (const place of adjectives) {
    const next = words[start + 1 + described.length];
    const adjective = place.find(({ english }) => english[0] === next);
    if (adjective) described.push(adjective);
  }
  const nounWord = words[start + 1 + described.length] ?? "";
  const noun = nouns.find(({ english }) => english.includes(nounWord));
  if (!noun) return null;
  const number = noun.english.indexOf(nounWord);
  const determiner = determiners.find(
    ({ english }) => beforeWord(english[number], words[start + 1] ?? "") === words[start],
  );
  return determiner ? { start, number, determiner, adjectives: described, noun } : null;
}

/** The parts of a sentence; null where it does not fit the grammar. Meaning is not checked. */
export function readSentence<N extends Noun>(
  lexicon: Lexicon<N>,
  words: readonly string[],
): Sentence<N> | null {
  const subject = readPhrase(lexicon, words, 0);
  if (!subject) return null;
  const verb = lexicon.verbs.find(
    ({ english }) => english[subject.number] === words[wordAfter(subject)],
  );
  const object = readPhrase(lexicon, words, wordAfter(subject) + 1);
  return verb && object && wordAfter(object) === words.length ? { subject, verb, object } : null;
}
