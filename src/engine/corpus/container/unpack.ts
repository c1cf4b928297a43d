/** Unpacks .gz, .zip and .xlsx. The size of what they hold is counted while it is unpacked. */
import type { CorpusProblem } from "../problem";
import { CORPUS_LIMITS, type CorpusOptions } from "../report";
import { type Inflated, inflate } from "./inflate";
import { formatOf, membersOf, pairOfFiles, readable, TOGETHER } from "./members";
import type { NamedBytes, Opened } from "./open";
import { kindOfFile } from "./sniff";
import { packedBytes, readZipDirectory, type ZipEntry } from "./zipDirectory";

export type Report = (done: number, total: number) => void;

type Options = Pick<CorpusOptions, "member">;

export async function* openGz(
  { name, bytes }: NamedBytes,
  report: Report,
): AsyncGenerator<void, Opened | CorpusProblem> {
  const inflated = yield* inflate(bytes, "gz", CORPUS_LIMITS.bytes, report);
  const content = contentOf(inflated, name, "gz");
  if ("kind" in content) return content;
  const inner = name.replace(/\.t?gz$/i, "");
  if (kindOfFile(content.bytes) === "tar") return { kind: "notText", name, format: "tarGz" };
  const problem = refuse(content.bytes, inner);
  if (problem) return problem;
  return {
    kind: "texts",
    container: "gz",
    member: null,
    members: [],
    texts: [{ name: inner, bytes: content.bytes }],
  };
}

function contentOf(
  inflated: Inflated,
  name: string,
  container: "gz" | "zip" | "xlsx",
): { readonly bytes: Uint8Array } | CorpusProblem {
  if (inflated === "tooLarge")
    return { kind: "unpackedTooLarge", name, limit: CORPUS_LIMITS.bytes };
  if (inflated === "broken") return { kind: "damaged", name, container, why: "broken" };
  return inflated;
}

export async function* openZip(
  file: NamedBytes,
  options: Options,
  report: Report,
): AsyncGenerator<void, Opened | CorpusProblem> {
  const { name, bytes } = file;
  const entries = readZipDirectory(bytes);
  if (!entries) return { kind: "damaged", name, container: "zip", why: "broken" };
  const format = formatOf(entries);
  if (format === "xlsx") return yield* openWorkbook(file, entries, options, report);
  if (format)
    return { kind: "notText", name, format: format === "ods" && isWriter(bytes) ? "odt" : format };
  return yield* openMembers(file, entries, options, report);
}

function* openMembers(
  file: NamedBytes,
  entries: readonly ZipEntry[],
  options: Options,
  report: Report,
): Generator<void, Opened | CorpusProblem> {
  const candidates = readable(entries);
  const chosen = chosenEntries(candidates, options);
  if (chosen.length === 0)
    return {
      kind: "noMember",
      name: file.name,
      files: entries.slice(0, 10).map(({ name }) => name),
    };
  const texts: NamedBytes[] = [];
  for (const entry of chosen) {
    const content = yield* unpackEntry(file, entry, { ...ZIP, report });
    if ("kind" in content) return content;
    const problem = refuse(content.bytes, entry.name);
    if (problem) return problem;
    texts.push({ name: entry.name.split("/").at(-1) ?? entry.name, bytes: content.bytes });
  }
  const member = chosen.map((entry) => entry.name).join(TOGETHER);
  const members = membersOf(candidates);
  return {
    kind: "texts",
    container: "zip",
    member,
    members: members.length > 1 ? members : [],
    texts,
  };
}

/** The problem of unpacked bytes that are no text; null: they may be. */
function refuse(bytes: Uint8Array, name: string): CorpusProblem | null {
  const kind = kindOfFile(bytes);
  if (kind === "text") return null;
  const format = kind === "gz" || kind === "zip" ? "binary" : kind; // an archive in an archive
  return { kind: "notText", name, format };
}

/** Whether an OpenDocument file, which begins with its type, is a text. */
function isWriter(bytes: Uint8Array): boolean {
  return new TextDecoder("windows-1252")
    .decode(bytes.subarray(0, 100))
    .includes("opendocument.text");
}

/** Those that the student chose; else two that belong together, else the likeliest. */
function chosenEntries(candidates: readonly ZipEntry[], { member }: Options): readonly ZipEntry[] {
  const both = pairOfFiles(candidates);
  if (both && (member === null || member === both.map(({ name }) => name).join(TOGETHER)))
    return both;
  const chosen = candidates.find(({ name }) => name === member) ?? candidates[0];
  return chosen ? [chosen] : [];
}

interface Unpacking {
  readonly container: "zip" | "xlsx";
  readonly limit: number; // bytes
  readonly report: Report;
}

const ZIP = { container: "zip", limit: CORPUS_LIMITS.bytes } as const;

function* unpackEntry(
  { name, bytes }: NamedBytes,
  entry: ZipEntry,
  { container, limit, report }: Unpacking,
): Generator<void, { readonly bytes: Uint8Array } | CorpusProblem> {
  if (entry.isEncrypted) return { kind: "damaged", name, container, why: "password" };
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8))
    return { kind: "damaged", name, container, why: "broken" };
  if (entry.method === 0)
    return packed.length > limit ? { kind: "unpackedTooLarge", name, limit } : { bytes: packed };
  return contentOf(yield* inflate(packed, "deflate", limit, report), name, container);
}

/** All of a workbook is unpacked once to count its size: its reader unpacks it without a limit. */
async function* openWorkbook(
  file: NamedBytes,
  entries: readonly ZipEntry[],
  { member }: Options,
  report: Report,
): AsyncGenerator<void, Opened | CorpusProblem> {
  const { name, bytes } = file;
  let left: number = CORPUS_LIMITS.unpackedBytes;
  for (const entry of entries) {
    const content = yield* unpackEntry(file, entry, { container: "xlsx", limit: left, report });
    if ("kind" in content)
      return content.kind === "unpackedTooLarge"
        ? { ...content, limit: CORPUS_LIMITS.unpackedBytes }
        : content;
    left -= content.bytes.length;
  }
  const { readWorkbook } = await import("./workbook");
  const sheets = await readWorkbook(bytes);
  if (!sheets) return { kind: "damaged", name, container: "xlsx", why: "broken" };
  const [largest] = sheets.toSorted((a, b) => b.rows.length - a.rows.length);
  const sheet = sheets.find((each) => each.name === member) ?? largest;
  if (!sheet) return { kind: "empty" };
  const members = sheets.length > 1 ? sheets.map((each) => ({ name: each.name, bytes: null })) : [];
  return { kind: "sheet", container: "xlsx", member: sheet.name, members, sheet };
}
