/** The user's own sentence pairs as the dialog knows them: what was asked of the worker and what it answered. */
import { CORPUS_LIMITS, type CorpusOptions, type CorpusReport } from "../../engine/corpus/report";
import { cleanText } from "../../engine/corpus/tokenize";
import type { CorpusEntry, StorageProblem } from "../../storage/corpora";
import { MOST_CORPORA } from "../../storage/corporaLimit";
import type { Command, Event } from "../../workers/protocol";
import type { Requests } from "./requests";

export type { CorpusEntry, StorageProblem };

/** One reading of a user's pairs: what was read and how. */
export interface Inspection {
  readonly id: number;
  readonly input: Blob | string;
  readonly options: CorpusOptions;
  readonly name: string; // what the student sees it by
}

/** Pairs to read once more. */
export type RecalledPairs = Pick<Inspection, "input" | "options" | "name">;

/** Sets of pairs that are kept at most. */
export const MOST_KEPT = MOST_CORPORA;

/** The pairs that are kept on this device, as far as the page knows them. */
export interface KeptPairs {
  /** The pairs used last first; null until the device has been asked, and where it keeps nothing. */
  readonly entries: readonly CorpusEntry[] | null;
  /** Why the last thing asked of the device did not happen. */
  readonly problem: StorageProblem | null;
  /** Under which id an inspection's pairs are kept, by that inspection's id. */
  readonly ids: Readonly<Record<number, number>>;
}

export interface PairsState {
  readonly open: boolean; // the dialog
  /** The latest inspection asked for. */
  readonly latest: Inspection | null;
  /** The last answer; while the next one is on its way it stays, so that the preview does not jump. */
  readonly report: CorpusReport | null;
  /** The inspection whose pairs are the task "pairs"; null until the user has given some. */
  readonly used: Inspection | null;
  /** Which pairs the runs were made of that the worker may still hold, the latest last. */
  readonly corpora: readonly Corpus[];
  readonly kept: KeptPairs;
}

interface Corpus {
  readonly runId: number;
  readonly inspection: Inspection;
}

const RUNS_HELD = 2; // the current one and the one before

export const INITIAL_PAIRS: PairsState = {
  open: false,
  latest: null,
  report: null,
  used: null,
  corpora: [],
  kept: { entries: null, problem: null, ids: {} },
};

const NAME_LENGTH = 60; // characters

/** A name for pairs that have none yet: that of their file, or the first pair of their text. */
export function nameOfPairs(input: Blob | string): string {
  if (typeof input !== "string") return input instanceof File ? tidyName(input.name) : "";
  const [line = ""] = /\S[^\r\n]*/.exec(input) ?? [];
  return tidyName(line.split("\t", 2).join(" – "));
}

/** A name on one line without what cannot be seen, cut where it is long. */
export function tidyName(text: string): string {
  const characters = Array.from(cleanText(text.slice(0, 4 * NAME_LENGTH)));
  if (characters.length <= NAME_LENGTH) return characters.join("");
  return `${characters.slice(0, NAME_LENGTH - 1).join("")}…`;
}

/** The entry that keeps these pairs, while there is one. */
export function entryOf({ kept }: PairsState, inspection: Inspection): CorpusEntry | null {
  return kept.entries?.find(({ id }) => id === kept.ids[inspection.id]) ?? null;
}

/** What the worker is asked for an inspection. */
export function readingOf({ id, input, options }: Inspection): Command {
  return { type: "inspectPairs", inspection: id, input, options };
}

/**
 * The pairs after an event of the worker that is not stale: only a report on the latest inspection counts.
 * @param requests before the event
 */
export function reducePairs(pairs: PairsState, event: Event, requests: Requests): PairsState {
  if (event.type === "ready" && event.info.config.task === "pairs")
    return followCorpus(pairs, event.info.runId);
  if (event.type !== "pairsInspected") return pairs;
  const isLatest = requests.some(
    ({ id, command }) =>
      id === event.requestId &&
      command.type === "inspectPairs" &&
      command.inspection === pairs.latest?.id,
  );
  return isLatest ? { ...pairs, report: event.report } : pairs;
}

/** The pairs in use are those of the run on show: undo may have brought back an earlier set. */
function followCorpus(pairs: PairsState, runId: number): PairsState {
  const inspection = corpusOf(pairs, runId) ?? pairs.used;
  if (inspection === null) return pairs;
  const others = pairs.corpora.filter((corpus) => corpus.runId !== runId);
  const corpora = [...others, { runId, inspection }].slice(-RUNS_HELD);
  return { ...pairs, used: inspection, corpora };
}

/** The pairs that a run was made of; null where it is of another task or long gone. */
export function corpusOf(pairs: PairsState, runId: number | undefined): Inspection | null {
  return pairs.corpora.find((corpus) => corpus.runId === runId)?.inspection ?? null;
}

/** The report on an input too large to be worth sending, else null. A text's bytes are at least its length. */
export function refuseTooLarge(input: Blob | string): CorpusReport | null {
  const bytes = typeof input === "string" ? input.length : input.size;
  if (bytes <= CORPUS_LIMITS.bytes) return null;
  return { status: "unusable", problem: { kind: "tooLarge", bytes, limit: CORPUS_LIMITS.bytes } };
}

/** Whether the latest inspection has not been answered yet. */
export function isReading({ latest }: PairsState, requests: Requests): boolean {
  return requests.some(
    ({ command }) => command.type === "inspectPairs" && command.inspection === latest?.id,
  );
}

/** Whether the latest inspection is answered and its pairs can be used. */
export function areUsable(pairs: PairsState, requests: Requests): boolean {
  return pairs.latest !== null && !isReading(pairs, requests) && pairs.report?.status === "usable";
}
