/** A student's own names with their classes, from lines of text or from files. */
import type { Listed } from "./names";

export const FEWEST_NAMES = 20;
export const MOST_NAMES = 20_000;
const LONGEST = 100; // characters of a name or a class

/** A file of names. */
export interface NameText {
  readonly fileName: string;
  readonly text: string;
}

/**
 * The names of some lines: a name, then a tab, a semicolon or a comma, then its class; or the other way round, if the
 * first column has fewer different values. Lines with another number of columns are left out.
 */
export function namesInLines(text: string): Listed[] {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|;|,/).map((cell) => cell.trim()))
    .filter((cells) => cells.length === 2 && cells.every((cell) => isUsable(cell)))
    .slice(0, MOST_NAMES) as [string, string][];
  const different = (column: 0 | 1): number => new Set(rows.map((row) => row[column])).size;
  const [name, label] = different(0) < different(1) ? ([1, 0] as const) : ([0, 1] as const);
  return rows.map((row) => ({ name: row[name], label: row[label] }));
}

/** The names of some files: of one file with two columns, or of a file for each class, which is named after it. */
export function namesInFiles(files: readonly NameText[]): Listed[] {
  const inColumns = files.flatMap(({ text }) => namesInLines(text));
  if (inColumns.length > 0) return inColumns.slice(0, MOST_NAMES);
  return files
    .flatMap(({ fileName, text }) => {
      const label = fileName.replace(/\.[^.]*$/, "");
      const names = text.split(/\r?\n/).map((line) => line.trim());
      return names.filter(isUsable).map((name) => ({ name, label }));
    })
    .slice(0, MOST_NAMES);
}

function isUsable(cell: string): boolean {
  return cell !== "" && cell.length <= LONGEST;
}
