/** Reads the first rows of a table, from which header, columns and units follow. */
import type { CorpusProblem } from "./problem";
import type { Column, Reading } from "./reading";
import { CORPUS_LIMITS, type CorpusOptions, type Sides } from "./report";
import { hasMarkup, withoutMarkup } from "./table/anki";
import { describeColumns, proposeSides } from "./table/columns";
import { isHeader } from "./table/header";
import type { Batch, GoodRow, Row, Table } from "./table/rows";
import { noteOn } from "./pairs/units";

const SAMPLE_ROWS = 1000;
const LONGEST_SAMPLE = 1_000; // UTF-16 units of a cell, enough to tell what it is

/** The first rows, which are taken from the table's batches. */
export interface FirstRows {
  readonly kind: "rows";
  readonly rows: readonly Row[];
  readonly done: number; // of the table's total
}

export function* readFirstRows(
  batches: Iterator<Batch>,
): Generator<void, FirstRows | CorpusProblem> {
  const rows: Row[] = [];
  let done = 0;
  while (rows.length < SAMPLE_ROWS) {
    const next = batches.next();
    if (next.done) break;
    if ("kind" in next.value) return next.value;
    rows.push(...next.value.rows);
    done = next.value.done;
    yield;
  }
  const wide = rows.find((row) => "cells" in row && row.cells.length > CORPUS_LIMITS.columns);
  if (wide && "cells" in wide) return tooWide(wide);
  return rows.length === 0 ? { kind: "empty" } : { kind: "rows", rows, done };
}

function tooWide({ line, cells }: GoodRow): CorpusProblem {
  return { kind: "tooManyColumns", line, columns: cells.length, limit: CORPUS_LIMITS.columns };
}

export type Layout = Pick<
  Reading,
  "header" | "columns" | "proposed" | "taken" | "proposedUnits" | "units" | "notes"
> & { readonly hasMarkup: boolean };

/** What the first rows say; null where no row has two columns. */
export function layoutOf(
  rows: readonly Row[],
  table: Table,
  options: CorpusOptions,
): Layout | null {
  const sample = rows.flatMap((row) =>
    "cells" in row ? [row.cells.map((cell) => cell.slice(0, LONGEST_SAMPLE))] : [],
  );
  const { header, names, body } = nameColumns(sample, table, options);
  const columns = describeColumns(body, names, table.labels);
  const proposal = proposeSides(columns);
  if (!proposal) return null;
  const proposed = options.swap ? { source: proposal.target, target: proposal.source } : proposal;
  const taken = takenColumns(columns, proposed, options);
  const isMarked = table.hasMarkup || body.some((cells) => cells.some((cell) => hasMarkup(cell)));
  const textsOf = (column: number) =>
    body.map((cells) => (isMarked ? withoutMarkup(cells[column] ?? "") : (cells[column] ?? "")));
  const notes = { source: noteOn(textsOf(taken.source)), target: noteOn(textsOf(taken.target)) };
  const proposedUnits = {
    source: notes.source?.unit ?? "words",
    target: notes.target?.unit ?? "words",
  } as const;
  const units = options.units === "auto" ? proposedUnits : options.units;
  return { header, columns, proposed, taken, proposedUnits, units, notes, hasMarkup: isMarked };
}

function nameColumns(
  sample: readonly (readonly string[])[],
  { names }: Table,
  { header: wanted }: CorpusOptions,
): {
  readonly header: readonly string[] | null;
  readonly names: readonly (string | null)[];
  readonly body: readonly (readonly string[])[];
} {
  const isNamed = wanted === "auto" ? names === null && isHeader(sample) : wanted;
  const [first] = sample;
  if (!isNamed || !first) return { header: null, names: names ?? [], body: sample };
  return { header: first, names: names ?? first, body: sample.slice(1) };
}

/** The chosen columns, if the table has them. */
function takenColumns(
  columns: readonly Column[],
  proposed: Sides<number>,
  { columns: chosen }: CorpusOptions,
): Sides<number> {
  if (chosen === "auto") return proposed;
  const exists = (column: number) => column >= 0 && column < columns.length;
  return exists(chosen.source) && exists(chosen.target) ? chosen : proposed;
}
