/** What each column of a table seems to hold, and which two are proposed as the sides of the pairs. */
import type { Column, ColumnKind } from "../reading";
import type { Sides } from "../report";
import { quoteOf } from "./rows";
import { isNumber } from "./header";

const MOSTLY = 0.9; // share of the cells
const SAME_BEGINNING = 12; // characters
const ENOUGH_ROWS = 8; // to call a column constant
const MANY_ROWS = 40; // to call few different values labels
const LABELS_SHARE = 0.1; // different values among so many rows at most
const SAMPLES = 3;
const LONG = 300; // characters: the median of a column of paragraphs

/** @param rows a sample without the header */
export function describeColumns(
  rows: readonly (readonly string[])[],
  names: readonly (string | null)[],
  labels: readonly number[],
): Column[] {
  const width = Math.max(names.length, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
    const kind = labels.includes(column) ? "label" : kindOf(cells, rows.length);
    const name = names[column]?.trim() ?? "";
    const samples = rows.slice(0, SAMPLES).map((row) => quoteOf((row[column] ?? "").trim()));
    return { name: name === "" ? null : name, kind, samples };
  });
}

function kindOf(cells: readonly string[], rows: number): ColumnKind {
  if (cells.length < rows * (1 - MOSTLY)) return "empty";
  const share = (is: (cell: string) => boolean): number => cells.filter(is).length / cells.length;
  if (share(isNumber) >= MOSTLY) return "number";
  const different = new Set(cells).size;
  const beginning = (cells[0] ?? "").slice(0, SAME_BEGINNING);
  const isAlike =
    beginning.length === SAME_BEGINNING && share((cell) => cell.startsWith(beginning)) >= MOSTLY;
  if (cells.length >= ENOUGH_ROWS && (different === 1 || isAlike)) return "constant";
  if (cells.length >= MANY_ROWS && different <= cells.length * LABELS_SHARE) return "label";
  const lengths = cells.map((cell) => cell.length).toSorted((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) > LONG ? "long" : "text";
}

const RANK: readonly ColumnKind[] = ["text", "label", "long", "constant", "number", "empty"];
const SIDE_NAMES =
  /^(source|src|input|question|q|text1|sentence1|front|prompt|원문|질문|target|tgt|trg|tar|output|answer|a|text2|sentence2|back|response|번역문?|답변?|en|eng|english|fr|fra|french|ko|kor|korean|한국어|영어|de|ja|zh|es)([\s_.(:-]|$)/i;

/**
 * The first two columns of the best kind; of several columns of text, those whose names say that they are sides. Null
 * where there are not two columns.
 */
export function proposeSides(columns: readonly Column[]): Sides<number> | null {
  const ranked = columns
    .map(({ kind, name }, column) => ({
      column,
      rank: RANK.indexOf(kind) + (name !== null && isSideName(name) ? 0 : 0.5),
    }))
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column)
    .slice(0, 2)
    .map(({ column }) => column)
    .toSorted((a, b) => a - b);
  const [source, target] = ranked;
  return source === undefined || target === undefined ? null : { source, target };
}

/** "translation.en" is named by its last part. */
function isSideName(name: string): boolean {
  return SIDE_NAMES.test(name) || SIDE_NAMES.test(name.split(".").at(-1) ?? "");
}
