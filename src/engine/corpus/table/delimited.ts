/** Rows of delimited text: Papa Parse reads blocks of it, and every row keeps its line. */
import Papa from "papaparse";
import { CORPUS_LIMITS, type Delimiter } from "../report";
import { type Batch, CHUNK, isBlank, newlineOf, quoteOf, type Row } from "./rows";

export interface Dialect {
  readonly delimiter: Exclude<Delimiter, "space">;
  readonly hasQuotes: boolean;
}

interface Place {
  readonly position: number; // in the text
  readonly line: number; // from 1
}

const SMALL_BLOCK = 4_000; // after a broken row: the rows behind it in its block are read again
const MOST_BLOCK = CORPUS_LIMITS.lineLength;

/** Where a delimiter is rare in sentences, a quote out of place belongs to its sentence. */
const isLenient = ({ delimiter }: Dialect): boolean => delimiter !== "," && delimiter !== ";";

/** A row that Papa Parse read in a block, between two positions of the block. */
interface ParsedRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly errors: readonly string[];
}

/** The rows of a block up to the first with an error, which is the last. */
function parseBlock(
  block: string,
  newline: "\n" | "\r",
  { delimiter, hasQuotes }: Dialect,
): ParsedRow[] {
  const rows: ParsedRow[] = [];
  let start = 0;
  Papa.parse(block, {
    delimiter,
    newline,
    fastMode: !hasQuotes,
    step: ({ data, errors, meta }, parser) => {
      const isAfterEnd = start === block.length && data.length === 1; // behind the last line end
      if (!isAfterEnd)
        rows.push({ cells: data, start, end: meta.cursor, errors: errors.map(({ code }) => code) });
      start = meta.cursor;
      if (errors.length > 0) parser.abort();
    },
  });
  return rows;
}

/**
 * The rows from a place on. Blank rows are left out.
 * A quoted cell may run over blocks: its row is read again with a larger block, up to the limit of a line.
 */
export function* delimitedRows(
  text: string,
  start: Place,
  dialect: Dialect,
): Generator<Batch, void> {
  const newline = newlineOf(text);
  let { position, line } = start;
  let size = CHUNK;
  while (position < text.length) {
    const end = blockEnd(text, position, size, newline);
    const rows: Row[] = [];
    if (end - position > MOST_BLOCK) {
      rows.push({
        line,
        reason: "lineTooLong",
        quote: quoteOf(text.slice(position, position + 200)),
      });
      position = end;
      line++;
      yield { rows, done: position };
      continue;
    }
    const block = text.slice(position, end);
    const next = takeRows(
      { block, line, isLast: end === text.length, isLarge: 2 * size > MOST_BLOCK },
      newline,
      dialect,
    );
    yield { rows: next.rows, done: position + next.length };
    position += next.length;
    line += next.lines;
    // A row that is longer than the block needs a larger one.
    if (next.length === 0) size *= 2;
    else size = next.isBroken ? SMALL_BLOCK : Math.min(CHUNK, 2 * size);
  }
}

/** The end of the last line that ends within `size`, or of the first line where that is longer. */
function blockEnd(text: string, position: number, size: number, newline: string): number {
  if (position + size >= text.length) return text.length;
  const last = text.lastIndexOf(newline, position + size - 1);
  if (last >= position) return last + 1;
  const next = text.indexOf(newline, position + size);
  return next < 0 ? text.length : next + 1;
}

interface Block {
  readonly block: string;
  readonly line: number;
  readonly isLast: boolean; // no text follows
  readonly isLarge: boolean; // a larger one is over the limit
}

interface Taken {
  readonly rows: readonly Row[];
  readonly length: number; // UTF-16 units that are done; the row behind them may run over the end of the block
  readonly lines: number;
  readonly isBroken: boolean;
}

function takeRows(
  { block, line, isLast, isLarge }: Block,
  newline: "\n" | "\r",
  dialect: Dialect,
): Taken {
  const rows: Row[] = [];
  let lines = 0;
  for (const { cells, start, end, errors } of parseBlock(block, newline, dialect)) {
    if (errors.length > 0) {
      const isOpen = errors.every((code) => code === "MissingQuotes");
      if (isOpen && !isLast && !isLarge) return { rows, length: start, lines, isBroken: false };
      const firstEnd = block.indexOf(newline, start);
      const length = firstEnd < 0 ? block.length : firstEnd + 1;
      rows.push(brokenRow(block.slice(start, length), line + lines, dialect));
      return { rows, length, lines: lines + 1, isBroken: true };
    }
    if (!isBlank(cells)) rows.push({ line: line + lines, cells: withoutReturn(cells) });
    lines += dialect.hasQuotes ? countLines(block.slice(start, end), newline) : 1;
  }
  return { rows, length: block.length, lines, isBroken: false };
}

function brokenRow(text: string, line: number, dialect: Dialect): Row {
  if (!isLenient(dialect)) return { line, reason: "brokenQuotes", quote: quoteOf(text) };
  return { line, cells: withoutReturn(text.replace(/\r?\n$|\r$/, "").split(dialect.delimiter)) };
}

/** Without the first half of a Windows line end. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) ?? "";
  return last.endsWith("\r") ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

/** The number of lines of a row. */
function countLines(row: string, newline: string): number {
  let lines = 1;
  for (let i = row.indexOf(newline); i >= 0 && i < row.length - 1; i = row.indexOf(newline, i + 1))
    lines++;
  return lines;
}
