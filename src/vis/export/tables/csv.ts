/**
 * Tables as CSV, as RFC 4180 has it: commas, CRLF, quotes doubled. UTF-8 with its mark, without which Excel reads Korean
 * as another encoding.
 */

/** A number, a text, or nothing. */
export type CellValue = number | string | boolean | null;

export interface Table {
  /** Names of the columns: the same in every language, because programs read them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const MARK = "\ufeff";
const DIGITS = 9; // significant: as many as tell all 32-bit numbers apart

/** A spreadsheet would take such a text for a formula, with the letters behind it. */
const FORMULA = /^[=+\-@\t\r＝＋－＠][^]/;

/** An apostrophe in front is what spreadsheets themselves use for a text that looks like a formula. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function written(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? shortest(value) : "";
  if (typeof value === "boolean") return value ? "1" : "0";
  const text = harmless(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As short as it can be so that the same 32-bit number is read back. */
function shortest(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

export function toCsv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((row) => columns.map((_, i) => written(row[i])).join(","));
  return MARK + lines.map((line) => `${line}\r\n`).join("");
}
