/** Finds what divides the columns of a text, and whether its quotes are those of RFC 4180. */
import { type Delimiter, DELIMITERS } from "../report";
import { delimitedRows, type Dialect } from "./delimited";

const SAMPLE_ROWS = 300;
const SAMPLE = 100_000; // UTF-16 units
const QUOTES_SAMPLE = 1_000_000; // UTF-16 units: quotes are rare
/** The least share of rows that have the most frequent number of columns. */
const LEAST_SHARE = 0.5;
const SAME_SHARE = 0.05; // shares this close are equal: the earlier delimiter wins

/** The dialect of the text from a position on; null where no delimiter divides half of its lines alike. */
export function findDialect(text: string, start: number): Dialect | null {
  let best: { readonly dialect: Dialect; readonly share: number } | null = null;
  for (const delimiter of DELIMITERS) {
    if (delimiter === "space") continue;
    const dialect = dialectOf(text, delimiter);
    const share = shareOfRows(text, start, dialect);
    if (share >= LEAST_SHARE && share > (best?.share ?? 0) + (best ? SAME_SHARE : 0))
      best = { dialect, share };
  }
  return best?.dialect ?? null;
}

/** A text with this delimiter: quotes are quotes with a comma or semicolon, or where the text shows it. */
export function dialectOf(text: string, delimiter: Exclude<Delimiter, "space">): Dialect {
  const isComma = delimiter === "," || delimiter === ";";
  return { delimiter, hasQuotes: isComma || showsQuotes(text.slice(0, QUOTES_SAMPLE), delimiter) };
}

/** Tells a text without quotes from one whose sentences have some: a quoted cell holds what needs quotes. */
function showsQuotes(text: string, delimiter: string): boolean {
  const mark = delimiter.replaceAll("|", "\\|");
  const cell = new RegExp(`(?:^|${mark})"((?:[^"]|"")*)"(?=${mark}|\\r?$)`, "gm");
  let quoted = 0;
  for (const [, content = ""] of text.matchAll(cell)) {
    if (content.length > 10_000) return false;
    if (content.includes('""') || content.includes("\n") || content.includes(delimiter))
      return true;
    quoted++;
  }
  const lines = text.split("\n").length;
  return quoted > lines; // more than one in a line: the writer quotes every cell
}

/** The share of rows that have the most frequent number of columns, at least two. */
function shareOfRows(text: string, start: number, dialect: Dialect): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const batch of delimitedRows(
    text.slice(start, start + SAMPLE),
    { position: 0, line: 1 },
    dialect,
  )) {
    for (const row of "kind" in batch ? [] : batch.rows) {
      const columns = "cells" in row ? row.cells.length : 0;
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
      rows++;
    }
    if (rows >= SAMPLE_ROWS) break;
  }
  const most = Math.max(0, ...[...counts].map(([columns, count]) => (columns >= 2 ? count : 0)));
  return rows === 0 ? 0 : most / rows;
}
