/** Events of a worker for tests, with defaults for all fields that a test leaves out. */
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Reading } from "../../engine/corpus/reading";
import { type CorpusReport, noneDropped } from "../../engine/corpus/report";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import type { ScoredExample, ScoreReport } from "../../engine/results/scoreReport";
import type { Event, OtherRun, RunInfo } from "../../workers/protocol";

function infoOf(change: Partial<RunInfo> = {}): RunInfo {
  return {
    runId: 1,
    config: DEFAULT_CONFIG,
    weights: "fresh",
    step: 0,
    parameters: 54942,
    sourceTokens: 30,
    targetTokens: 30,
    maxSourceLength: 8,
    sourceUnit: "character",
    targetUnit: "character",
    heldOutExamples: 3,
    heldOutPairs: null,
    losses: [],
    evaluations: [],
    best: null,
    undo: null,
    redo: null,
    ...change,
  };
}

/** A run that the worker holds beside the active one. */
export function otherRun(change: Partial<OtherRun> = {}): OtherRun {
  return { runId: 1, config: DEFAULT_CONFIG, step: 0, weights: "fresh", ...change };
}

export function readyWith(
  change: Partial<RunInfo> = {},
): Extract<Event, { readonly type: "ready" }> {
  return { type: "ready", requestId: 0, info: infoOf(change), isShown: true };
}

/** Losses for the steps from..to, falling. */
export function lossesOf(from: number, to: number): LossPoint[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    step: from + i,
    loss: 3 / (from + i),
  }));
}

export function progressOf(from: number, to: number, runId = 1): Event {
  return { type: "progress", runId, losses: lossesOf(from, to), pairsPerSecond: 1200 };
}

export function evaluationOf(step: number, exactMatch: number): Evaluation {
  return { step, examples: 256, exactMatch, tokenAccuracy: exactMatch, alignmentError: null };
}

export function scoredExample(change: Partial<ScoredExample> = {}): ScoredExample {
  return {
    source: ["a", "b", "c"],
    expected: "cba",
    answer: "cba",
    ended: true,
    isExact: true,
    rightTokens: 4,
    tokens: 4,
    loss: 0.01,
    ...change,
  };
}

export function reportOf(change: Partial<ScoreReport> = {}): ScoreReport {
  return {
    step: 100,
    metrics: {
      exactMatch: 0.75,
      freeAccuracy: 0.875,
      forcedAccuracy: 0.9,
      perplexity: 1.25,
      bleu: null,
      attention: { alignmentError: 0.05, goldMass: 0.8, entropy: 0.5, largestEntropy: 1.8 },
    },
    byLength: [{ length: 3, examples: 1, matches: 1, isSeen: true }],
    byPosition: [{ position: 1, examples: 1, freeRight: 1, forcedRight: 1, firstErrors: 0 }],
    examples: [scoredExample()],
    ...change,
  };
}

export const READING: Reading = {
  kind: "table",
  container: null,
  member: null,
  members: [],
  encoding: null,
  delimiter: "\t",
  hasQuotes: false,
  header: null,
  columns: [
    { name: null, kind: "text", samples: ["I see"] },
    { name: null, kind: "text", samples: ["Je vois"] },
  ],
  proposed: { source: 0, target: 1 },
  taken: { source: 0, target: 1 },
  proposedUnits: { source: "words", target: "words" },
  units: { source: "words", target: "words" },
  notes: { source: null, target: null },
  limits: { source: 10, target: 10 },
  comments: 0,
  cleaned: 0,
  folds: [],
  refused: [],
  lengths: { pairs: 0, joint: [] },
};

export const USABLE_REPORT: CorpusReport = {
  status: "usable",
  reading: READING,
  summary: {
    read: 62,
    kept: 60,
    dropped: { ...noneDropped(), oneColumn: 1, emptySide: 1 },
    train: 54,
    heldOut: 6,
    unknownShare: 0.02,
    source: {
      vocabulary: 58,
      seenOnce: 40,
      rare: 0,
      coverage: 0.9,
      lengths: { least: 2, lowerQuartile: 3, median: 3, upperQuartile: 4, most: 5 },
    },
    target: {
      vocabulary: 50,
      seenOnce: 20,
      rare: 7,
      coverage: 0.875,
      lengths: { least: 2, lowerQuartile: 3, median: 4, upperQuartile: 5, most: 6 },
    },
    tooSmall: ["fewPairs", "seenOnce"],
    preview: [
      {
        source: [
          { text: "i", isKnown: true },
          { text: "see", isKnown: true },
        ],
        target: [
          { text: "je", isKnown: true },
          { text: "vois", isKnown: false },
        ],
      },
    ],
  },
};
