/** Events of a worker for tests, with everything that the test does not care about filled in. */
import { DEFAULT_CONFIG } from "../../engine/config";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Evaluation, LossPoint } from "../../engine/history";
import type { Event, RunInfo } from "../../workers/protocol";

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
    taskUnit: "character",
    heldOutExamples: 3,
    losses: [],
    evaluations: [],
    canUndo: false,
    ...change,
  };
}

export function readyWith(change: Partial<RunInfo> = {}): Event {
  return { type: "ready", info: infoOf(change) };
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

export const USABLE_REPORT: CorpusReport = {
  status: "usable",
  summary: {
    read: 62,
    kept: 60,
    dropped: { oneColumn: 1, emptySide: 1, tooLong: 0, duplicate: 0, overLimit: 0 },
    train: 54,
    heldOut: 6,
    sourceVocabulary: 58,
    targetVocabulary: 57,
    unknownShare: 0.02,
    longestSource: 5,
    longestTarget: 6,
    preview: [{ source: ["i", "see"], target: ["je", "vois"] }],
  },
};
