/** The state of own pairs: the inspections, the worker's report, the pairs in use and the kept pairs. */
import type { CorpusInput, CorpusOptions, CorpusReport } from "../../engine/corpus/report";
import type { CorpusEntry, StorageProblem } from "../../storage/corpora";

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
  /** The time of an update on the latest pairs; null: the page has not timed one. */
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
