/** Rows of JSON: a list of records, one anywhere near the top, or an object of words; and of JSON Lines. */
import type { CorpusProblem } from "../problem";
import { CORPUS_LIMITS } from "../report";
import { endOfString, endOfValue, skipSpace, startOfList, tryParse } from "./jsonScan";
import { firstLines, linesOf } from "./lines";
import { fieldsOf } from "./records";
import { type Batch, CHUNK, type GoodRow, quoteOf, type Row, type Table } from "./rows";

type Fields = ReadonlyMap<string, string>;

/** A record with its line; null: it is broken. */
interface Found {
  readonly line: number;
  readonly fields: Fields | null;
  readonly quote: string;
}

type FoundBatch = { readonly found: readonly Found[]; readonly done: number } | CorpusProblem;

const SAMPLE = 1000; // records whose fields become columns

/** The table of a JSON text; null where it is none. */
export function jsonTable(text: string): Table | CorpusProblem | null {
  const start = skipSpace(text, 0);
  const first = text.charAt(start);
  if (first !== "{" && first !== "[") return null;
  if (isJsonLines(text)) return tableOf("jsonLines", text, () => lineRecords(text));
  const list = first === "[" ? start : startOfList(text);
  if (list < 0)
    return isWords(text, start)
      ? tableOf("json", text, () => wordRecords(text, start))
      : brokenOrNone(text, start);
  const value = skipSpace(text, list + 1);
  const end = endOfValue(text, value);
  if (first === "[" && (end < 0 || tryParse(text.slice(value, end)) === null)) return null; // as "[Music] ..."
  return tableOf("json", text, () => listRecords(text, list));
}

function isJsonLines(text: string): boolean {
  const lines = [...firstLines(text, 3)];
  return (
    lines.length > 1 &&
    lines.every(({ text: line }) => /^\s*[[{]/.test(line) && tryParse(line) !== null)
  );
}

/** Whether an object is a dictionary: {"hello": "bonjour", ...}. */
function isWords(text: string, start: number): boolean {
  const key = skipSpace(text, start + 1);
  const keyEnd = text.charAt(key) === '"' ? endOfString(text, key) : -1;
  if (keyEnd < 0) return false;
  const colon = skipSpace(text, keyEnd);
  return (
    text.charAt(colon) === ":" && '"{'.includes(text.charAt(skipSpace(text, colon + 1)) || " ")
  );
}

/** The problem of a whole object without records; null: the text is no JSON. */
function brokenOrNone(text: string, start: number): CorpusProblem | null {
  const parsed = tryParse(text.slice(start, start + CORPUS_LIMITS.lineLength));
  return parsed
    ? { kind: "noFields", fields: [...fieldsOf(parsed.value).keys()].slice(0, 20) }
    : null;
}

function tableOf(
  kind: "json" | "jsonLines",
  text: string,
  records: () => Iterable<FoundBatch>,
): Table | CorpusProblem {
  const names = new Set<string>();
  let seen = 0;
  for (const batch of records()) {
    if ("kind" in batch) break; // the reading reports it
    for (const { fields } of batch.found) for (const name of fields?.keys() ?? []) names.add(name);
    seen += batch.found.length;
    if (seen >= SAMPLE) break;
  }
  const columns = [...names];
  if (columns.length < 2) {
    const [problem] = problemsIn(records());
    return problem ?? { kind: "noFields", fields: columns };
  }
  return {
    kind,
    delimiter: null,
    hasQuotes: false,
    names: columns,
    labels: [],
    comments: 0,
    hasMarkup: false,
    total: text.length,
    batches: rowsOf(records(), columns),
  };
}

/** The first problem among few records. */
function* problemsIn(records: Iterable<FoundBatch>): Generator<CorpusProblem, void> {
  let batches = 0;
  for (const batch of records) {
    if ("kind" in batch) yield batch;
    if (++batches === 3) return;
  }
}

function* rowsOf(
  records: Iterable<FoundBatch>,
  columns: readonly string[],
): Generator<Batch, void> {
  for (const batch of records) {
    if ("kind" in batch) {
      yield batch;
      return;
    }
    yield { rows: batch.found.map((found) => rowOf(found, columns)), done: batch.done };
  }
}

function rowOf({ line, fields, quote }: Found, columns: readonly string[]): Row {
  if (fields === null) return { line, reason: "brokenRecord", quote };
  return { line, cells: columns.map((name) => fields.get(name) ?? "") } satisfies GoodRow;
}

function foundIn(json: string, line: number): Found {
  const parsed = json.length > CORPUS_LIMITS.lineLength ? null : tryParse(json);
  return { line, fields: parsed && fieldsOf(parsed.value), quote: quoteOf(json.slice(0, 200)) };
}

function* lineRecords(text: string): Generator<FoundBatch, void> {
  for (const { lines, done } of linesOf(text)) {
    const records = lines.filter(({ text: line }) => line.trim() !== "");
    yield { found: records.map((line) => foundIn(line.text, line.number)), done };
  }
}

/** Counts the lines up to a position, in the order of positions. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (position) => {
    while (next >= 0 && next < position) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

/** The values of the list that begins at `list`. */
function* listRecords(text: string, list: number): Generator<FoundBatch, void> {
  yield* values(text, list + 1, "]", (position) => {
    const end = endOfValue(text, position);
    return end < 0 ? null : { end, json: text.slice(position, end) };
  });
}

/** The entries of the object that begins at `start`, each as a list of its word and what the word means. */
function* wordRecords(text: string, start: number): Generator<FoundBatch, void> {
  yield* values(text, start + 1, "}", (position) => {
    const keyEnd = text.charAt(position) === '"' ? endOfString(text, position) : -1;
    const colon = keyEnd < 0 ? -1 : skipSpace(text, keyEnd);
    if (colon < 0 || text.charAt(colon) !== ":") return null;
    const value = skipSpace(text, colon + 1);
    const end = endOfValue(text, value);
    return end < 0
      ? null
      : { end, json: `[${text.slice(position, keyEnd)},${text.slice(value, end)}]` };
  });
}

/** What stands between commas, up to the closing bracket. A text that breaks off before is a problem. */
function* values(
  text: string,
  start: number,
  close: string,
  next: (position: number) => { readonly end: number; readonly json: string } | null,
): Generator<FoundBatch, void> {
  const lineAt = lineCounter(text);
  let found: Found[] = [];
  let batchStart = start;
  for (let position = skipSpace(text, start); text.charAt(position) !== close;) {
    const value = position < text.length ? next(position) : null;
    const after = value ? skipSpace(text, value.end) : position;
    const isEnded = text.charAt(after) === "," || text.charAt(after) === close;
    const line = lineAt(position);
    if (!value || value.end === position || !isEnded) {
      yield {
        kind: "brokenJson",
        line,
        quote: quoteOf(text.slice(position, position + 200)),
      };
      return;
    }
    found.push(foundIn(value.json, line));
    position = text.charAt(after) === "," ? skipSpace(text, after + 1) : after;
    if (position - batchStart < CHUNK) continue;
    yield { found, done: position };
    found = [];
    batchStart = position;
  }
  yield { found, done: text.length };
}
