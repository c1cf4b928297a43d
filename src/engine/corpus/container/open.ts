/** Opens a file: the bytes of the text that it is or holds, or the sheets of a workbook. */
import type { CorpusProblem } from "../problem";
import type { Member, Reading } from "../reading";
import { CORPUS_LIMITS, type CorpusOptions } from "../report";
import type { Sheet } from "./workbook";
import { kindOfFile } from "./sniff";
import { openGz, openZip, type Report } from "./unpack";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Opened = Pick<Reading, "container" | "member"> & {
  readonly members: readonly Member[];
} & (
    | { readonly kind: "texts"; readonly texts: readonly NamedBytes[] }
    | { readonly kind: "sheet"; readonly sheet: Sheet }
  );

/** Reads a file's bytes. Its size is checked before. */
export async function readBytes(file: Blob, name: string): Promise<NamedBytes | CorpusProblem> {
  const limit = CORPUS_LIMITS.bytes;
  if (file.size > limit) return { kind: "tooLarge", name, bytes: file.size, limit };
  const buffer = await file.arrayBuffer().catch(() => null);
  return buffer ? { name, bytes: new Uint8Array(buffer) } : { kind: "unreadable", name };
}

export async function* openFile(
  file: NamedBytes,
  options: Pick<CorpusOptions, "member">,
  report: Report,
): AsyncGenerator<void, Opened | CorpusProblem> {
  const format = kindOfFile(file.bytes);
  if (format === "zip") return yield* openZip(file, options, report);
  if (format === "gz") return yield* openGz(file, report);
  if (format !== "text") return { kind: "notText", name: file.name, format };
  return { kind: "texts", container: null, member: null, members: [], texts: [file] };
}
