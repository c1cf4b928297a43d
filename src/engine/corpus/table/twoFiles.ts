/** Rows of two files that have one sentence a line, the first of one with the first of the other. */
import type { CountedFile, CorpusProblem } from "../problem";
import { CORPUS_LIMITS } from "../report";
import { linesOf, type Line } from "./lines";
import { type Batch, quoteOf, type Row, type Table } from "./rows";

interface NamedText {
  readonly name: string;
  readonly text: string;
}

export function twoFilesTable(first: NamedText, second: NamedText): Table {
  return {
    kind: "twoFiles",
    delimiter: null,
    hasQuotes: false,
    names: [first.name || null, second.name || null],
    labels: [],
    comments: 0,
    hasMarkup: false,
    total: first.text.length + second.text.length,
    batches: zippedRows(first, second),
  };
}

/** Blank lines at the end do not count. Line numbers that differ are a problem, found before any row is read. */
function* zippedRows(first: NamedText, second: NamedText): Generator<Batch, void> {
  const a = first.text.trimEnd();
  const b = second.text.trimEnd();
  const problem = yield* compare({ ...first, text: a }, { ...second, text: b });
  if (problem) {
    yield problem;
    return;
  }
  const others = eachLine(b);
  let taken = 0;
  for (const { lines, done } of linesOf(a)) {
    const rows: Row[] = [];
    for (const line of lines) {
      const other = others.next().value;
      if (!other) return;
      taken += other.text.length + 1;
      if (line.text.trim() !== "" || other.text.trim() !== "") rows.push(rowOf(line, other));
    }
    yield { rows, done: Math.min(done + taken, a.length + b.length) };
  }
}

function rowOf({ number: line, text: source }: Line, { text: target }: Line): Row {
  const isLong = Math.max(source.length, target.length) > CORPUS_LIMITS.lineLength;
  if (isLong) return { line, reason: "lineTooLong", quote: quoteOf(source) };
  return { line, cells: [source, target] };
}

function* eachLine(text: string): Generator<Line, undefined> {
  for (const { lines } of linesOf(text)) yield* lines;
  return undefined;
}

/** The problem of two files with different numbers of lines; null without. */
function* compare(first: NamedText, second: NamedText): Generator<Batch, CorpusProblem | null> {
  const others = eachLine(second.text);
  let unlike: number | null = null;
  let a = 0;
  for (const { lines } of linesOf(first.text)) {
    for (const line of lines) {
      const other = others.next().value;
      a++;
      if (other && unlike === null && (line.text.trim() === "") !== (other.text.trim() === ""))
        unlike = a;
    }
    yield { rows: [], done: 0 };
  }
  let b = 0;
  for (const { lines } of linesOf(second.text)) {
    b += lines.length;
    yield { rows: [], done: 0 };
  }
  if (a === b) return null;
  const counted = ({ name }: NamedText, lines: number): CountedFile => ({ name, lines });
  return {
    kind: "unequalLines",
    first: counted(first, a),
    second: counted(second, b),
    line: unlike,
  };
}
