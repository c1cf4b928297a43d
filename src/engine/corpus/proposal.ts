/**
 * Settings proposed for a user's own pairs, derived from their summary. The page's defaults suit toy tasks with endless
 * examples; a file of real sentences has few examples and many words. docs/own-pairs.md has the measurements.
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

/** The numbers that the reasons of a proposal quote. */
export interface ProposalFacts {
  readonly train: number; // pairs to train on
  readonly tokens: number; // target tokens in one pass over them, estimated from the median length
  readonly vocabulary: number; // size of the larger vocabulary
  readonly once: number; // tokens that occur once, on the side where their share is larger
  readonly onceOf: number; // the vocabulary of that side
  readonly longest: number; // tokens of the longest source
  readonly passes: number; // over the training pairs, in all steps
}

type Facts = Omit<ProposalFacts, "passes">;

export interface Proposal {
  readonly settings: readonly ProposedSetting[];
  readonly facts: ProposalFacts;
}

/** With at least this many target tokens, a larger network is better on the held-out pairs. */
const MUCH_TO_LEARN = 10_000;
const SOME_TOKENS = 64; // an alphabet has fewer
const MANY_TOKENS = 512;
/** If this share of a vocabulary occurs once, the network overfits most. */
const RARE_SHARE = 1 / 3;
const FEW_PAIRS = 2_000;
const VERY_FEW_PAIRS = 500;
const MANY_PAIRS = 20_000;
const SHORT_SOURCE = 2; // tokens; later tokens of such a source add little
const PASSES = 50;
const STEPS = { least: 500, most: 5_000 };

/** The settings that suit these pairs, independent of the current ones. Every value fits its control. */
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

/** The settings that the proposal changes: without those that are set already, have no effect or are impossible. */
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

/** The steps for PASSES passes over the pairs, clamped to STEPS. */
function stepsFor(train: number, batchSize: number): number {
  const { step } = FIELDS.maxSteps;
  const steps = Math.ceil((PASSES * train) / batchSize / step) * step;
  return Math.min(STEPS.most, Math.max(STEPS.least, steps));
}
