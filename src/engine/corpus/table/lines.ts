/** The lines of a text, without reading it as a whole. */
import { CHUNK, newlineOf } from "./rows";

const SAMPLE = 2_000_000; // UTF-16 units

export interface Line {
  readonly number: number; // from 1
  readonly text: string;
}

interface LineBatch {
  readonly lines: readonly Line[];
  readonly done: number; // UTF-16 units
}

/** All lines, blank ones included, in batches of some CHUNK. Nothing after the last line end is no line. */
export function* linesOf(text: string, start = 0, firstNumber = 1): Generator<LineBatch, void> {
  const newline = newlineOf(text);
  let lines: Line[] = [];
  let number = firstNumber;
  let batchStart = start;
  for (let position = start; position < text.length;) {
    const found = text.indexOf(newline, position);
    const end = found < 0 ? text.length : found;
    lines.push({
      number: number++,
      text: text.slice(position, text[end - 1] === "\r" ? end - 1 : end),
    });
    position = end + 1;
    if (position - batchStart < CHUNK) continue;
    yield { lines, done: position };
    lines = [];
    batchStart = position;
  }
  if (lines.length > 0) yield { lines, done: text.length };
}

/** The first lines that are not blank. */
export function* firstLines(text: string, most: number, start = 0): Generator<Line, void> {
  let found = 0;
  for (const { lines } of linesOf(text.slice(start, start + SAMPLE)))
    for (const line of lines) {
      if (line.text.trim() === "") continue;
      yield line;
      if (++found === most) return;
    }
}
