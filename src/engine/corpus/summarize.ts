/** Summarizes a user's pairs: counts, lengths, coverage, and whether they are enough to learn from. */
import type { Pair, Task } from "../tasks/task";
import { isSpecialToken, SPECIAL_TOKENS, type Vocabulary } from "../text/tokens";
import type { SplitPairs } from "./holdOut";
import type { Collected } from "./pairs/collect";
import {
  ENOUGH_PAIRS,
  type CorpusSummary,
  type FiveNumbers,
  type PreviewToken,
  type SideSummary,
  type TooSmall,
} from "./report";

const PREVIEW_PAIRS = 5;

type Sentence = readonly string[];

/** The summary of collected and split pairs. Yields between chunks of work. */
export function* summarize(
  parsed: Pick<Collected, "read" | "pairs" | "dropped">,
  split: SplitPairs,
  task: Task,
): Generator<void, CorpusSummary> {
  const { read, pairs, dropped } = parsed;
  const { sourceVocabulary, targetVocabulary } = task;
  const source = summarizeSide(split, sourceVocabulary, (pair) => pair.source);
  yield;
  const target = summarizeSide(split, targetVocabulary, (pair) => pair.target);
  yield;
  return {
    read,
    kept: pairs.length,
    dropped,
    train: split.train.length,
    heldOut: split.heldOut.length,
    unknownShare: unknownShare(pairs, task),
    source,
    target,
    tooSmall: findTooSmall(split.train.length, [source, target]),
    preview: pairs.slice(0, PREVIEW_PAIRS).map((pair) => ({
      source: asSeen(pair.source, sourceVocabulary),
      target: asSeen(pair.target, targetVocabulary),
    })),
  };
}

function summarizeSide(
  { train, heldOut }: SplitPairs,
  vocabulary: Vocabulary,
  sideOf: (pair: Pair) => Sentence,
): SideSummary {
  const trained = train.map(sideOf);
  const judged = heldOut.map(sideOf);
  const size = vocabulary.size - SPECIAL_TOKENS.length;
  const counts = countTokens(trained);
  return {
    vocabulary: size,
    seenOnce: [...counts].filter(([token, n]) => n === 1 && vocabulary.has(token)).length,
    rare: counts.size - size,
    coverage: 1 - unknownTokens(judged, vocabulary) / tokenCount(judged),
    lengths: fiveNumbers([...trained, ...judged].map((sentence) => sentence.length)),
  };
}

/** The count of each token. Words that are spelled like special tokens are left out: they are never in a vocabulary. */
function countTokens(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const token of sentence)
      if (!isSpecialToken(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function tokenCount(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}

function unknownTokens(sentences: readonly Sentence[], vocabulary: Vocabulary): number {
  let unknown = 0;
  for (const sentence of sentences)
    for (const token of sentence) if (!vocabulary.has(token)) unknown++;
  return unknown;
}

/** Share of the pairs' tokens that are not in their vocabulary. */
function unknownShare(pairs: readonly Pair[], task: Task): number {
  const sources = pairs.map((pair) => pair.source);
  const targets = pairs.map((pair) => pair.target);
  const unknown =
    unknownTokens(sources, task.sourceVocabulary) + unknownTokens(targets, task.targetVocabulary);
  return unknown / (tokenCount(sources) + tokenCount(targets));
}

/**
 * The five numbers, without interpolation: each is one of the values, because lengths are whole numbers.
 * @throws if `values` is empty
 */
export function fiveNumbers(values: readonly number[]): FiveNumbers {
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const at = (rank: number): number => {
    const value = sorted[rank];
    if (value === undefined) throw new Error("fiveNumbers: expected values, got none");
    return value;
  };
  return {
    least: at(0),
    lowerQuartile: at(Math.floor(last / 4)),
    median: at(Math.floor(last / 2)),
    upperQuartile: at(Math.ceil((last * 3) / 4)),
    most: at(last),
  };
}

/** The reasons why the training pairs may be too few to learn from. */
export function findTooSmall(
  train: number,
  sides: readonly Pick<SideSummary, "vocabulary" | "seenOnce">[],
): TooSmall[] {
  const found: TooSmall[] = [];
  if (train < ENOUGH_PAIRS) found.push("fewPairs");
  if (sides.some(({ vocabulary, seenOnce }) => seenOnce > vocabulary / 2)) found.push("seenOnce");
  return found;
}

/** The tokens, each with whether the network knows it. */
function asSeen(tokens: Sentence, vocabulary: Vocabulary): PreviewToken[] {
  return tokens.map((text) => ({ text, isKnown: vocabulary.has(text) }));
}
