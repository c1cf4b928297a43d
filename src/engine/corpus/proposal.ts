/**
 * Settings proposed for a user's own pairs, from what the report knows of them. The page's defaults suit toy tasks with
 * endless examples; a file of real sentences has few examples and many words. Measured in docs/own-pairs.md.
 */
import { type Config, FIELDS } from "../setup/config";
import { idleness, obstacleTo } from "../setup/conflicts";
import type { CorpusSummary, SideSummary } from "./report";

/** Why a setting is proposed; the sentence lives in i18n under `pairs.proposal.because.<reason>`. */
export type ProposalReason =
  | "muchToLearn" // hidden size
  | "littleToLearn"
  | "fewTokens" // embedding size
  | "manyTokens"
  | "looksAhead" // direction
  | "seenOnce" // dropout
  | "fewPairs"
  | "manyPairs"
  | "moreUpdates" // batch size
  | "steadyUpdates"
  | "usualRate" // learning rate
  | "passes" // most steps
  | "longEnough";

export type ProposedName =
  | "hiddenSize"
  | "embeddingSize"
  | "direction"
  | "dropout"
  | "batchSize"
  | "learningRate"
  | "maxSteps";

export interface ProposedSetting {
  readonly name: ProposedName;
  readonly value: Config[ProposedName];
  readonly reason: ProposalReason;
}

/** What the proposal rests on: the numbers that its reasons name. */
export interface ProposalFacts {
  readonly train: number; // pairs to train on
  readonly tokens: number; // tokens to write in one pass over them, reckoned by the median length
  readonly vocabulary: number; // different tokens of the side that has more
  readonly once: number; // tokens seen a single time, of the side where they are the larger share
  readonly onceOf: number; // the vocabulary of that side
  readonly longest: number; // tokens of the longest source
  readonly passes: number; // over the training pairs, in all steps
}

type Facts = Omit<ProposalFacts, "passes">;

export interface Proposal {
  readonly settings: readonly ProposedSetting[];
  readonly facts: ProposalFacts;
}

/** From so many target tokens on, a larger network does better on the held-out pairs. */
const MUCH_TO_LEARN = 10_000;
const SOME_TOKENS = 64; // an alphabet has fewer
const MANY_TOKENS = 512;
/** Where this share of a vocabulary is seen a single time, its sentences are soonest learnt by heart. */
const RARE_SHARE = 1 / 3;
const FEW_PAIRS = 2_000;
const VERY_FEW_PAIRS = 500;
const MANY_PAIRS = 20_000;
const SHORT_SOURCE = 2; // tokens; the rest of so short a source says little
const PASSES = 50;
const STEPS = { least: 500, most: 5_000 };

/** The settings that suit these pairs, whatever the present ones are. Every value is one that its control can show. */
export function proposedSettings(summary: CorpusSummary): Proposal {
  const { train } = summary;
  const size = batchSizeFor(train);
  const steps = stepsFor(train, size);
  const facts = { ...factsOf(summary), passes: Math.round((steps * size) / train) };
  const settings: ProposedSetting[] = [
    hiddenSizeFor(facts),
    embeddingSizeFor(facts),
    ...directionFor(summary.source),
    dropoutFor(facts),
    {
      name: "batchSize",
      value: size,
      reason: train < FEW_PAIRS ? "moreUpdates" : "steadyUpdates",
    },
    { name: "learningRate", value: FIELDS.learningRate.initial, reason: "usualRate" },
    { name: "maxSteps", value: steps, reason: steps < STEPS.most ? "passes" : "longEnough" },
  ];
  return { settings, facts };
}

/** What taking the proposal would change: without what is so already, has no effect or cannot be beside the rest. */
export function proposedChanges(config: Config, { settings }: Proposal): ProposedSetting[] {
  return settings.filter(
    ({ name, value }) =>
      config[name] !== value &&
      idleness(config, name) === null &&
      !(name === "direction" && obstacleTo(config, name, "bidirectional")),
  );
}

function factsOf({ train, source, target }: CorpusSummary): Facts {
  const larger = source.vocabulary > target.vocabulary ? source : target;
  const rarer = onceShare(source) > onceShare(target) ? source : target;
  return {
    train,
    tokens: train * target.lengths.median,
    vocabulary: larger.vocabulary,
    once: rarer.seenOnce,
    onceOf: rarer.vocabulary,
    longest: source.lengths.most,
  };
}

function onceShare({ seenOnce, vocabulary }: SideSummary): number {
  return vocabulary === 0 ? 0 : seenOnce / vocabulary;
}

function hiddenSizeFor({ tokens }: Facts): ProposedSetting {
  return tokens >= MUCH_TO_LEARN
    ? { name: "hiddenSize", value: 128, reason: "muchToLearn" }
    : { name: "hiddenSize", value: 64, reason: "littleToLearn" };
}

function embeddingSizeFor({ vocabulary }: Facts): ProposedSetting {
  if (vocabulary < SOME_TOKENS) return { name: "embeddingSize", value: 16, reason: "fewTokens" };
  const value = vocabulary < MANY_TOKENS ? 32 : 64;
  return { name: "embeddingSize", value, reason: "manyTokens" };
}

function directionFor({ lengths }: SideSummary): ProposedSetting[] {
  if (lengths.median <= SHORT_SOURCE) return [];
  return [{ name: "direction", value: "bidirectional", reason: "looksAhead" }];
}

function dropoutFor({ train, once, onceOf }: Facts): ProposedSetting {
  if (once >= onceOf * RARE_SHARE) return { name: "dropout", value: 0.4, reason: "seenOnce" };
  return train < MANY_PAIRS
    ? { name: "dropout", value: 0.2, reason: "fewPairs" }
    : { name: "dropout", value: 0.1, reason: "manyPairs" };
}

function batchSizeFor(train: number): number {
  if (train < VERY_FEW_PAIRS) return 16;
  return train < FEW_PAIRS ? 32 : 64;
}

/** So many steps that the pairs are passed PASSES times, where that is neither too short nor too long to wait for. */
function stepsFor(train: number, batchSize: number): number {
  const { step } = FIELDS.maxSteps;
  const steps = Math.ceil((PASSES * train) / batchSize / step) * step;
  return Math.min(STEPS.most, Math.max(STEPS.least, steps));
}
