/** The state of own pairs: the inspections, the worker's report, the pairs in use and the kept pairs. */
import {
  CORPUS_LIMITS,
  type CorpusInput,
  type CorpusOptions,
  type CorpusReport,
} from "../../engine/corpus/report";
import { cleanText } from "../../engine/corpus/cleanText";
import type { CorpusEntry, StorageProblem } from "../../storage/corpora";
import { MOST_CORPORA } from "../../storage/corporaLimit";
import type { Command, Event } from "../../workers/protocol";
import type { Requests } from "./requests";

export type { CorpusEntry, StorageProblem };

/** One request to read pairs: the input and the options. */
export interface Inspection {
  readonly id: number;
  readonly input: CorpusInput;
  readonly options: CorpusOptions;
  readonly name: string; // the page shows it
}

/** Kept pairs for a new inspection. */
export type RecalledPairs = Pick<Inspection, "input" | "options" | "name">;

/** The most sets of pairs that the device keeps. */
export const MOST_KEPT = MOST_CORPORA;

/** The pairs that this device keeps, when the page last listed them. */
export interface KeptPairs {
  /** The pairs used last come first; null before the first list, and if the device keeps nothing. */
  readonly entries: readonly CorpusEntry[] | null;
  /** Why the device's last operation failed. */
  readonly problem: StorageProblem | null;
  /** The entry's id by the inspection's id. */
  readonly ids: Readonly<Record<number, number>>;
}

export interface PairsState {
  readonly open: boolean; // the dialog
  readonly inspections: number; // so far; the id of the last one
  readonly latest: Inspection | null;
  /** The last report. It stays until the next one, so that the preview does not jump. */
  readonly report: CorpusReport | null;
  /** How much of the latest pairs is read, [0, 1]; null: the worker has not said so. */
  readonly progress: number | null;
  /** Files that the student dropped on the page, until the dialog takes them. */
  readonly dropped: readonly File[] | null;
  /** The exported pairs, until the browser takes them. */
  readonly exported: ExportedPairs | null;
  /** The time of an update on the latest pairs; null: nobody has asked for it. */
  readonly pace: Pace | null;
  /** The inspection whose pairs are the task "pairs"; null until the student uses some. */
  readonly used: Inspection | null;
  /** The pairs of each run that the worker may still hold, the latest last. */
  readonly corpora: readonly Corpus[];
  readonly kept: KeptPairs;
}

interface ExportedPairs {
  readonly name: string;
  readonly text: string | null; // null: the worker no longer has these pairs
}

/** What one update takes with some settings and sizes of pairs. */
interface Pace {
  readonly key: string; // of the settings and sizes
  readonly milliseconds: number | null; // null: not measured yet, or not measurable
}

interface Corpus {
  readonly runId: number;
  readonly inspection: Inspection;
}

const RUNS_HELD = 3; // the active one and two that undo and redo bring back

export const INITIAL_PAIRS: PairsState = {
  open: false,
  inspections: 0,
  latest: null,
  report: null,
  progress: null,
  dropped: null,
  exported: null,
  pace: null,
  used: null,
  corpora: [],
  kept: { entries: null, problem: null, ids: {} },
};

const NAME_LENGTH = 60; // characters

/** A first name for pairs: the name of their file, or the first pair of their text. */
export function nameOfPairs(input: CorpusInput): string {
  if ("files" in input) {
    const [file] = input.files;
    return file instanceof File ? tidyName(file.name) : "";
  }
  const [line = ""] = /\S[^\r\n]*/.exec(input.text) ?? [];
  return tidyName(line.split("\t", 2).join(" – "));
}

/** A name on one line without invisible characters, cut to the longest length. */
export function tidyName(text: string): string {
  const characters = Array.from(cleanText(text.slice(0, 4 * NAME_LENGTH)));
  if (characters.length <= NAME_LENGTH) return characters.join("");
  return `${characters.slice(0, NAME_LENGTH - 1).join("")}…`;
}

/** The entry that keeps these pairs; null: the device does not keep them. */
export function entryOf({ kept }: PairsState, inspection: Inspection): CorpusEntry | null {
  return kept.entries?.find(({ id }) => id === kept.ids[inspection.id]) ?? null;
}

export function readingOf({ id, input, options }: Inspection): Command {
  return { type: "inspectPairs", inspection: id, input, options };
}

/**
 * The pairs after an event that is not stale. Only what is said of the latest inspection counts.
 * @param requests before the event
 */
export function reducePairs(pairs: PairsState, event: Event, requests: Requests): PairsState {
  const { type } = event;
  if (type === "ready" && event.info.config.task === "pairs")
    return followCorpus(pairs, event.info.runId);
  if (type === "pairsProgress" && event.inspection === pairs.latest?.id)
    return { ...pairs, progress: event.total > 0 ? event.done / event.total : null };
  if (type === "pairsExported")
    return { ...pairs, exported: { name: pairs.latest?.name ?? "", text: event.text } };
  if (type === "pairsInspected" && answersLatest(pairs, event.requestId, requests))
    return { ...pairs, report: event.report, progress: null };
  return pairs;
}

function answersLatest({ latest }: PairsState, requestId: number, requests: Requests): boolean {
  return requests.some(
    ({ id, command }) =>
      id === requestId && command.type === "inspectPairs" && command.inspection === latest?.id,
  );
}

/** Takes the pairs of the new active run as those in use, because undo can bring back earlier pairs. */
function followCorpus(pairs: PairsState, runId: number): PairsState {
  const inspection = corpusOf(pairs, runId) ?? pairs.used;
  if (inspection === null) return pairs;
  const others = pairs.corpora.filter((corpus) => corpus.runId !== runId);
  const corpora = [...others, { runId, inspection }].slice(-RUNS_HELD);
  return { ...pairs, used: inspection, corpora };
}

/** The pairs of a run; null if the run has another task or the worker no longer holds it. */
export function corpusOf(pairs: PairsState, runId: number | undefined): Inspection | null {
  return pairs.corpora.find((corpus) => corpus.runId === runId)?.inspection ?? null;
}

/** The report on an input that is too large to send, else null. A text has at least as many bytes as characters. */
export function refuseTooLarge(input: CorpusInput): CorpusReport | null {
  const bytes = sizeOfPairs(input);
  const limit = CORPUS_LIMITS.bytes;
  if (bytes <= limit) return null;
  const problem = { kind: "tooLarge", name: nameOfPairs(input), bytes, limit } as const;
  return { status: "unusable", problem, reading: null };
}

/** Bytes of files, or characters of text. */
export function sizeOfPairs(input: CorpusInput): number {
  if ("text" in input) return input.text.length;
  return input.files.reduce((sum, { size }) => sum + size, 0);
}

/** Whether the worker has not answered the latest inspection yet. */
export function isReading({ latest }: PairsState, requests: Requests): boolean {
  return requests.some(
    ({ command }) => command.type === "inspectPairs" && command.inspection === latest?.id,
  );
}

/** Whether the worker has found the latest pairs usable. */
export function areUsable(pairs: PairsState, requests: Requests): boolean {
  return pairs.latest !== null && !isReading(pairs, requests) && pairs.report?.status === "usable";
}
