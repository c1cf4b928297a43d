/** Opens an input of any kind and finds the table in it. */
import { openFile, readBytes, type NamedBytes, type Opened } from "./container/open";
import type { Sheet } from "./container/workbook";
import type { CorpusProblem } from "./problem";
import type { Reading } from "./reading";
import { CORPUS_LIMITS, type CorpusInput, type CorpusOptions } from "./report";
import { type Batch, type Table, CHUNK } from "./table/rows";
import { tableOf } from "./table/tableOf";
import { twoFilesTable } from "./table/twoFiles";
import { type Decoded, decodeFile } from "./text/decodeFile";

export type Report = (done: number, total: number) => void;

/** A table and how it was found. */
export interface InputTable extends Pick<Reading, "container" | "member" | "members" | "encoding"> {
  readonly kind: "found";
  readonly table: Table;
}

const MOST_FILES = 2;

export async function* inputTable(
  input: CorpusInput,
  options: CorpusOptions,
  report: Report,
): AsyncGenerator<void, InputTable | CorpusProblem> {
  if ("text" in input) return tableOfPasted(input.text, options);
  const { files } = input;
  if (files.length > MOST_FILES)
    return { kind: "tooManyFiles", files: files.length, most: MOST_FILES };
  const opened: Opened[] = [];
  for (const file of files) {
    const read = await readBytes(file, nameOf(file));
    if ("kind" in read) return read;
    const each = yield* openFile(read, options, report);
    if (isProblem(each)) return each;
    opened.push(each);
  }
  const [first] = opened;
  if (!first) return { kind: "empty" };
  const sheet = opened.find((each) => each.kind === "sheet");
  if (sheet)
    return { ...about(sheet), encoding: null, kind: "found", table: sheetTable(sheet.sheet) };
  const texts = opened.flatMap((each) => (each.kind === "texts" ? each.texts : []));
  return yield* tableOfTexts(texts, about(first), options);
}

/** The name of a file, "" of other bytes. */
function nameOf(file: Blob): string {
  return "name" in file && typeof file.name === "string" ? file.name : "";
}

const about = ({ container, member, members }: Opened) => ({ container, member, members });

function isProblem(opened: Opened | CorpusProblem): opened is CorpusProblem {
  return opened.kind !== "texts" && opened.kind !== "sheet";
}

function tableOfPasted(text: string, options: CorpusOptions): InputTable | CorpusProblem {
  const limit = CORPUS_LIMITS.bytes;
  if (text.length > limit) return { kind: "tooLarge", name: "", bytes: text.length, limit }; // a character takes at least one byte
  const table = tableOf(text.startsWith("\ufeff") ? text.slice(1) : text, options);
  if (!isTable(table)) return table;
  return { kind: "found", container: null, member: null, members: [], encoding: null, table };
}

function isTable(table: Table | CorpusProblem): table is Table {
  return "batches" in table;
}

async function* tableOfTexts(
  texts: readonly NamedBytes[],
  found: Pick<Opened, "container" | "member" | "members">,
  options: CorpusOptions,
): AsyncGenerator<void, InputTable | CorpusProblem> {
  const decoded: (Decoded & { readonly name: string })[] = [];
  for (const { name, bytes } of texts) {
    const each = yield* decodeFile(bytes, name, options);
    if (each.kind !== "text") return each;
    decoded.push({ ...each, name });
  }
  const [first, second] = decoded;
  if (!first) return { kind: "empty" };
  const { encoding } = first;
  const empty = decoded.some(({ text }) => text.trim() === "");
  if (empty) return { kind: "empty" };
  const table = second ? twoFilesTable(first, second) : tableOf(first.text, options);
  return isTable(table) ? { kind: "found", ...found, encoding, table } : table;
}

function sheetTable({ rows }: Sheet): Table {
  return {
    kind: "spreadsheet",
    delimiter: null,
    hasQuotes: false,
    names: null,
    labels: [],
    comments: 0,
    hasMarkup: false,
    total: rows.length,
    batches: sheetRows(rows),
  };
}

function* sheetRows(rows: Sheet["rows"]): Generator<Batch, void> {
  const step = CHUNK / 100; // cells are short
  for (let at = 0; at < rows.length; at += step) {
    const part = rows.slice(at, at + step).map((cells, i) => ({ line: at + i + 1, cells }));
    yield {
      rows: part.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")),
      done: at + step,
    };
  }
}
