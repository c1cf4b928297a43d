/** Turns a user's input into a task, or gives the reason why it cannot be used. */
import type { Task } from "../tasks/task";
import { createCorpusTask } from "./corpusTask";
import { holdOut } from "./holdOut";
import { inputTable, type InputTable, type Report } from "./inputTable";
import { Collected, type CollectOptions, tokensKey } from "./pairs/collect";
import { exportPairs } from "./pairs/exportPairs";
import { mostFrequentFolds } from "./pairs/fold";
import { usualLimit } from "./pairs/units";
import type { CorpusProblem } from "./problem";
import type { Reading } from "./reading";
import {
  CORPUS_LIMITS,
  type CorpusInput,
  type CorpusOptions,
  type CorpusReport,
  DEFAULT_CORPUS_OPTIONS,
  type Sides,
} from "./report";
import { type Layout, layoutOf, readFirstRows } from "./sample";
import { summarize } from "./summarize";
import { quoteOf, type Row } from "./table/rows";
import { createTokenizer } from "./tokenize";

export interface PreparedCorpus {
  readonly report: CorpusReport;
  /** Null if the report's status is "unusable". */
  readonly task: Task | null;
  /** The kept pairs as clean tab-separated text; "" without any. */
  readonly write: () => string;
}

/**
 * Reads an input. Options are clamped to their limits, and options of an earlier version get defaults for what is new.
 * Yields between chunks of work of at most some hundredths of a second; the return value is the outcome.
 */
export async function* readCorpus(
  input: CorpusInput,
  given: Partial<CorpusOptions>,
  report: Report,
): AsyncGenerator<void, PreparedCorpus> {
  const options = withinLimits({ ...DEFAULT_CORPUS_OPTIONS, ...given });
  const found = yield* inputTable(input, options, report);
  if (found.kind !== "found") return unusable(found);
  return yield* readTable(found, options, report);
}

/** The outcome for an input that cannot be used. */
function unusable(problem: CorpusProblem, reading: Reading | null = null): PreparedCorpus {
  return { report: { status: "unusable", problem, reading }, task: null, write: () => "" };
}

const { maxLength, maxPairs, maxVocabulary } = CORPUS_LIMITS;

/** The options with every number clamped to CORPUS_LIMITS; NaN becomes the default. */
function withinLimits(options: CorpusOptions): CorpusOptions {
  const lengthOf = (value: "auto" | number) =>
    value === "auto" || Number.isNaN(value) ? "auto" : within(value, maxLength);
  return {
    ...options,
    maxSource: lengthOf(options.maxSource),
    maxTarget: lengthOf(options.maxTarget),
    maxPairs: within(options.maxPairs, maxPairs),
    maxVocabulary: within(options.maxVocabulary, maxVocabulary),
  };
}

interface Limit {
  readonly min: number;
  readonly max: number;
  readonly initial?: number;
}

function within(value: number, { min, max, initial = min }: Limit): number {
  return Math.floor(Math.min(max, Math.max(min, Number.isNaN(value) ? initial : value)));
}

async function* readTable(
  found: InputTable,
  options: CorpusOptions,
  report: Report,
): AsyncGenerator<void, PreparedCorpus> {
  const { table } = found;
  const batches = table.batches[Symbol.iterator]();
  const first = yield* readFirstRows(batches);
  if (first.kind !== "rows") return unusable(first);
  const layout = layoutOf(first.rows, table, options);
  if (!layout) return unusable(oneColumn(first.rows));
  const collected = new Collected(collectOptions(layout, options));
  const rows = layout.header ? withoutFirst(first.rows) : first.rows;
  for (const row of rows) collected.add(row);
  report(first.done, table.total);
  yield;
  for (let next = batches.next(); !next.done; next = batches.next()) {
    if ("kind" in next.value) return unusable(next.value);
    for (const row of next.value.rows) collected.add(row);
    report(next.value.done, table.total);
    yield;
  }
  return yield* prepare(collected, readingOf(found, layout, collected, options), options);
}

/** Without the row that names the columns: the first that is whole. */
function withoutFirst(rows: readonly Row[]): Row[] {
  const at = rows.findIndex((row) => "cells" in row);
  return rows.filter((_, i) => i !== at);
}

function oneColumn(rows: readonly Row[]): CorpusProblem {
  const [row] = rows;
  const text = row && "cells" in row ? row.cells.join(" ") : (row?.quote ?? "");
  return { kind: "noColumns", line: row?.line ?? 1, text: quoteOf(text) };
}

function collectOptions(layout: Layout, options: CorpusOptions): CollectOptions {
  const { units } = layout;
  return {
    ...options,
    columns: layout.taken,
    hasMarkup: layout.hasMarkup,
    limits: limitsOf(layout, options),
    tokenize: {
      source: createTokenizer(units.source, options.simplify),
      target: createTokenizer(units.target, options.simplify),
    },
  };
}

function limitsOf({ units }: Layout, { maxSource, maxTarget }: CorpusOptions): Sides<number> {
  return {
    source: maxSource === "auto" ? usualLimit(units.source) : maxSource,
    target: maxTarget === "auto" ? usualLimit(units.target) : maxTarget,
  };
}

function readingOf(
  found: InputTable,
  layout: Layout,
  collected: Collected,
  options: CorpusOptions,
): Reading {
  const { container, member, members, encoding, table } = found;
  const { hasMarkup: _, ...columns } = layout;
  return {
    ...columns,
    container,
    member,
    members,
    encoding,
    kind: table.kind,
    delimiter: table.delimiter,
    hasQuotes: table.hasQuotes,
    limits: limitsOf(layout, options),
    comments: table.comments,
    cleaned: collected.cleaned,
    folds: mostFrequentFolds(collected.folds),
    refused: collected.refused,
    lengths: collected.lengths.lengths(),
  };
}

function* prepare(
  collected: Collected,
  reading: Reading,
  options: CorpusOptions,
): Generator<void, PreparedCorpus> {
  const problem = findProblem(collected);
  if (problem) return unusable(problem, reading);
  const split = yield* holdOut(collected.pairs);
  yield;
  const task = yield* createCorpusTask(split, { ...options, units: reading.units });
  yield;
  const summary = yield* summarize(collected, split, task);
  return {
    report: { status: "usable", summary, reading },
    task,
    write: () => exportPairs(collected),
  };
}

function findProblem({ read, pairs, dropped, refused }: Collected): CorpusProblem | null {
  if (read === 0) return { kind: "empty" };
  if (dropped.oneColumn === read) {
    const [first] = refused;
    return { kind: "noColumns", line: first?.line ?? 1, text: first?.quote ?? "" };
  }
  const kept = new Set(pairs.map((pair) => tokensKey(pair.source))).size;
  const least = CORPUS_LIMITS.leastPairs;
  return kept < least ? { kind: "tooFew", kept, least, read, dropped } : null;
}
