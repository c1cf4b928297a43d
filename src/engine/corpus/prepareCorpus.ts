/** Turns a user's text into a task, or gives the reason why it cannot be used. */
import type { Task } from "../tasks/task";
import { createCorpusTask } from "./corpusTask";
import { sizeProblem } from "./decode";
import { holdOut } from "./holdOut";
import type { CorpusProblem } from "./problem";
import type { Reading } from "./reading";
import { parsePairs, tokensKey, type ParsedPairs } from "./parse";
import {
  CORPUS_LIMITS,
  DEFAULT_CORPUS_OPTIONS,
  type CorpusOptions,
  type CorpusReport,
  type CorpusUnit,
} from "./report";
import { summarize } from "./summarize";
import { createTokenizer } from "./tokenize";

const STUB: Reading = {
  kind: "table",
  container: null,
  member: null,
  members: [],
  encoding: null,
  delimiter: "\t",
  hasQuotes: false,
  header: null,
  columns: [],
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

const initial = (unit: CorpusUnit): number =>
  unit === "words" ? CORPUS_LIMITS.maxLength.words : CORPUS_LIMITS.maxLength.others;

const QUOTE_LENGTH = 80; // characters of a line that are shown in a message

export interface PreparedCorpus {
  readonly report: CorpusReport;
  /** Null if the report's status is "unusable". */
  readonly task: Task | null;
  /** The kept pairs as clean tab-separated text. */
  write(): string;
}

/**
 * Reads pasted or decoded text. Options are clamped to their limits.
 * Yields between chunks; the return value is the outcome.
 */
export function* prepareCorpus(
  text: string,
  options: CorpusOptions,
): Generator<void, PreparedCorpus> {
  const tooLarge = sizeProblem(text.length); // every character takes at least one byte
  if (tooLarge) return unusable(tooLarge);
  const limited = withinLimits(options);
  const units = limited.units === "auto" ? STUB.units : limited.units;
  const limits = {
    source: limited.maxSource === "auto" ? initial(units.source) : limited.maxSource,
    target: limited.maxTarget === "auto" ? initial(units.target) : limited.maxTarget,
  };
  const tokenize = {
    source: createTokenizer(units.source, limited.simplify),
    target: createTokenizer(units.target, limited.simplify),
  };
  const parsed = yield* parsePairs(text, tokenize, { ...limited, limits });
  const problem = findProblem(parsed);
  if (problem) return unusable(problem);
  const split = holdOut(parsed.pairs);
  const task = createCorpusTask(split, { ...limited, units });
  return {
    report: {
      status: "usable",
      summary: summarize(parsed, split, task),
      reading: { ...STUB, units, limits },
    },
    task,
    write: () => "",
  };
}

/** The outcome for an input that cannot be used. */
export function unusable(problem: CorpusProblem): PreparedCorpus {
  return { report: { status: "unusable", problem, reading: null }, task: null, write: () => "" };
}

/** The options with every number clamped to CORPUS_LIMITS; NaN becomes the default. */
function withinLimits(options: CorpusOptions): CorpusOptions {
  const limit = (name: "maxPairs" | "maxVocabulary") => {
    const { min, max } = CORPUS_LIMITS[name];
    const value = Number.isNaN(options[name]) ? DEFAULT_CORPUS_OPTIONS[name] : options[name];
    return Math.floor(Math.min(max, Math.max(min, value)));
  };
  return {
    ...options,
    maxPairs: limit("maxPairs"),
    maxVocabulary: limit("maxVocabulary"),
  };
}

function findProblem({ read, pairs, dropped, firstLine }: ParsedPairs): CorpusProblem | null {
  if (!firstLine) return { kind: "empty" };
  if (dropped.oneColumn === read) {
    const quote = Array.from(firstLine.text.slice(0, QUOTE_LENGTH * 2)).slice(0, QUOTE_LENGTH);
    return { kind: "noColumns", line: firstLine.number, text: quote.join("") };
  }
  const kept = new Set(pairs.map((pair) => tokensKey(pair.source))).size;
  const least = CORPUS_LIMITS.leastPairs;
  return kept < least ? { kind: "tooFew", kept, least, read, dropped } : null;
}
