/** A user's own pairs as a task. */
import type { Pair, Task } from "../tasks/task";
import { createVocabulary, isSpecialToken, type Vocabulary } from "../text/tokens";
import type { SplitPairs } from "./holdOut";
import { tokensKey } from "./pairs/collect";
import type { CorpusOptions, CorpusUnit, Sides } from "./report";
import { createTokenizer, joinTokens, taskUnit } from "./tokenize";

/**
 * The most frequent tokens; of equally frequent ones the earlier first. A word that is spelled like a special token
 * ("<eos>") is left out: it is unknown to the network and never ends a sentence.
 */
function frequentTokens(sentences: readonly (readonly string[])[], most: number): Vocabulary {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const token of sentence)
      if (!isSpecialToken(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  return createVocabulary(ranked.slice(0, most).map(([token]) => token));
}

function longest(sentences: readonly (readonly string[])[]): number {
  return sentences.reduce((length, sentence) => Math.max(length, sentence.length), 0);
}

interface TaskOptions extends Pick<CorpusOptions, "simplify" | "maxVocabulary"> {
  readonly units: Sides<CorpusUnit>;
}

/**
 * The task of split pairs. Only training pairs give the vocabularies: held-out pairs stand for unseen data.
 * Pairs keep their tokens as written; `idOf` turns rare ones into <unk>. Yields between chunks of work.
 */
export function* createCorpusTask(
  { train, heldOut }: SplitPairs,
  options: TaskOptions,
): Generator<void, Task> {
  const { units } = options;
  const tokenize = createTokenizer(units.source, options.simplify);
  const all = [...train, ...heldOut];
  const answers = new Map<string, Pair>();
  for (const pair of all.toReversed()) answers.set(tokensKey(pair.source), pair); // the first in the file wins
  yield;
  const sourceVocabulary = frequentTokens(
    train.map((pair) => pair.source),
    options.maxVocabulary,
  );
  yield;
  const targetVocabulary = frequentTokens(
    train.map((pair) => pair.target),
    options.maxVocabulary,
  );
  yield;
  return {
    id: "pairs",
    sourceUnit: taskUnit(units.source),
    targetUnit: taskUnit(units.target),
    sourceVocabulary,
    targetVocabulary,
    maxSourceLength: longest(all.map((pair) => pair.source)),
    maxTargetLength: longest(all.map((pair) => pair.target)),
    heldOutPairs: heldOut,
    sample: (random, split) => {
      const pairs = split === "train" ? train : heldOut;
      const pair = pairs[random.below(pairs.length)];
      if (!pair) throw new Error(`corpus: expected ${split} pairs, got none`);
      return pair;
    },
    tokenize,
    join: (tokens) => joinTokens(units.target, tokens),
    solve: (source) => answers.get(tokensKey(source)) ?? null,
  };
}
