/** How an input was read: what was taken and why, and what else could be. Plain data for the preview. */
import type { CorpusUnit, Delimiter, DropReason, Encoding, Sides } from "./report";

export type ReadingKind = "table" | "json" | "jsonLines" | "twoFiles" | "spreadsheet";

export interface Reading {
  readonly kind: ReadingKind;
  readonly container: "gz" | "zip" | "xlsx" | null;
  readonly member: string | null; // the file inside an archive, or the sheet, that was read
  readonly members: readonly Member[]; // those that can be chosen; empty without a choice
  readonly encoding: EncodingUsed | null; // null: pasted text, a workbook
  readonly delimiter: Delimiter | null; // null: no table of text
  /** Whether quotes are read as RFC 4180 has them; false where they are part of the sentences. */
  readonly hasQuotes: boolean;
  readonly header: readonly string[] | null; // the first row, if it names the columns
  readonly columns: readonly Column[];
  readonly proposed: Sides<number>; // columns, from 0
  readonly taken: Sides<number>;
  readonly proposedUnits: Sides<CorpusUnit>;
  readonly units: Sides<CorpusUnit>;
  readonly notes: Sides<SideNote | null>; // why other units than words are proposed
  readonly limits: Sides<number>; // the longest source and target, in tokens
  readonly comments: number; // lines that are comments
  readonly cleaned: number; // cells without their markup, such as <br> or [sound:a.mp3]
  readonly folds: readonly Fold[]; // what folding changes or would change, the most frequent first
  readonly refused: readonly RefusedRow[]; // the first ones; `dropped` counts all
  readonly lengths: Lengths;
}

export interface Member {
  readonly name: string; // what `CorpusOptions.member` takes
  readonly bytes: number | null; // unpacked; null: unknown, as of a sheet
}

export interface EncodingUsed {
  readonly encoding: Encoding;
  /** "mark": a byte order mark. "valid": all bytes are valid UTF-8. "content": the most plausible text. */
  readonly why: "mark" | "valid" | "content" | "chosen";
  /** The other encodings in which every byte is valid, each with what the same place of the text reads as in it. */
  readonly others: readonly { readonly encoding: Encoding; readonly sample: string }[];
}

/**
 * "constant": all cells are the same or begin alike. "label": few different values. "long": paragraphs.
 * Only "text" is proposed as a side of the pairs, unless there are not two of it.
 */
export type ColumnKind = "text" | "number" | "constant" | "label" | "empty" | "long";

export interface Column {
  readonly name: string | null; // from the header, the fields of the records, or the name of the file
  readonly kind: ColumnKind;
  readonly samples: readonly string[]; // the cells of the first three rows, so that the samples of all columns stand in rows
}

/**
 * "noSpaces": a script without spaces between words. "oneWord": single words. "phonemes": symbols from a small set,
 * separated by spaces. `unit`: the one proposed for it.
 */
export interface SideNote {
  readonly kind: "noSpaces" | "oneWord" | "phonemes";
  readonly unit: CorpusUnit;
}

/** One character that folding changes. */
export interface Fold {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The most refused rows that a report quotes. */
export const REFUSED_ROWS = 50;

export interface RefusedRow {
  readonly row: number; // from 1, the header not counted
  readonly line: number; // from 1, on which the row begins
  readonly reason: DropReason;
  readonly quote: string; // its beginning
}

/** The lengths of different pairs that only the limits may drop. */
export interface Lengths {
  readonly pairs: number;
  /** `joint[s][t]`: pairs with s source and t target tokens; the last index is "longer than any limit". */
  readonly joint: readonly (readonly number[])[];
}

/** How many pairs stay with these limits, before the limit on their number. */
export function pairsWithin({ joint }: Lengths, limits: Sides<number>): number {
  let kept = 0;
  for (const row of joint.slice(0, limits.source + 1))
    for (const count of row.slice(0, limits.target + 1)) kept += count;
  return kept;
}
