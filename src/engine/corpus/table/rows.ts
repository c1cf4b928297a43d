/** Rows as every kind of input gives them. */
import type { ReadingKind } from "../reading";
import type { CorpusProblem } from "../problem";
import type { Delimiter, DropReason } from "../report";

export interface GoodRow {
  readonly line: number; // from 1, on which it begins
  readonly cells: readonly string[];
}

interface BadRow {
  readonly line: number;
  readonly reason: Extract<DropReason, "brokenQuotes" | "brokenRecord" | "lineTooLong">;
  readonly quote: string; // its beginning
}

export type Row = GoodRow | BadRow;

/** Rows of a chunk of work. A problem ends the reading. */
export type Batch =
  | { readonly rows: readonly Row[]; readonly done: number } // of `Table.total`
  | CorpusProblem;

export interface Table {
  readonly kind: ReadingKind;
  readonly delimiter: Delimiter | null;
  readonly hasQuotes: boolean;
  /** The names of the columns where the format has them apart from the rows; null: the first row may. */
  readonly names: readonly (string | null)[] | null;
  /** Columns that hold no text by what the file says of itself, such as tags. */
  readonly labels: readonly number[];
  readonly comments: number; // lines before the first row
  readonly hasMarkup: boolean; // by what the file says of itself
  readonly total: number; // size, in a unit of its own
  readonly batches: Iterable<Batch>;
}

const QUOTE_LENGTH = 80; // characters of a row that a message quotes
export const CHUNK = 30_000; // UTF-16 units in a batch: about a hundredth of a second of work

/** The beginning of a text on one line. */
export function quoteOf(text: string): string {
  const start = text.slice(0, QUOTE_LENGTH * 2).replace(/\s+/g, " ");
  return Array.from(start.trim()).slice(0, QUOTE_LENGTH).join("");
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The line end of a text: "\r" where it has no other. */
export function newlineOf(text: string): "\n" | "\r" {
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}
