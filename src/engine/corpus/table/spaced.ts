/** Rows of a pronouncing dictionary such as CMUdict: a word, spaces, its phonemes. */
import { CORPUS_LIMITS } from "../report";
import { firstLines, linesOf } from "./lines";
import { type Batch, quoteOf, type Row } from "./rows";

const COMMENT_LINE = /^(;;;|#)/;
const COMMENT_AT_END = /\s#/; // "aalborg AO1 L B AO0 R G # place, danish"
const VARIANT = /^(.+)\(\d+\)$/; // "read(2)": another pronunciation of "read"
const PHONEME = /^[\p{Lu}@]{1,3}\d?$/u;

/** A comment line gives no row. */
export function* spacedRows(text: string): Generator<Batch, void> {
  for (const { lines, done } of linesOf(text)) {
    const rows: Row[] = [];
    for (const { number, text: line } of lines) {
      if (line.trim() === "" || COMMENT_LINE.test(line)) continue;
      if (line.length > CORPUS_LIMITS.lineLength)
        rows.push({ line: number, reason: "lineTooLong", quote: quoteOf(line) });
      else rows.push({ line: number, cells: entryOf(line) });
    }
    yield { rows, done };
  }
}

function entryOf(line: string): string[] {
  const [, word = "", rest] = /^\s*(\S+)(?:\s+(.*))?$/s.exec(withoutComment(line)) ?? [];
  const spelled = VARIANT.exec(word)?.[1] ?? word;
  return rest === undefined ? [spelled] : [spelled, rest.trim()];
}

/** A pattern for the whole comment would take a time that grows with the square of a run of spaces. */
function withoutComment(line: string): string {
  const comment = line.search(COMMENT_AT_END);
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd();
}

/** Whether the lines begin with a word that phonemes follow. */
export function isPronouncing(text: string): boolean {
  let entries = 0;
  let others = 0;
  for (const { text: line } of firstLines(text, 200)) {
    if (COMMENT_LINE.test(line)) continue;
    const [, phonemes = ""] = entryOf(line);
    const isEntry = phonemes !== "" && phonemes.split(/\s+/).every((each) => PHONEME.test(each));
    if (isEntry) entries++;
    else others++;
  }
  return entries > 9 * others && entries >= 3;
}

/** The comment lines of a text. */
export function countComments(text: string): number {
  return text.match(/^(;;;|#).*$/gm)?.length ?? 0;
}
