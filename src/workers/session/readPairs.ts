/** Turns a user's file or pasted text into a report and a task. */
import { decodeText, sizeProblem } from "../../engine/corpus/decode";
import { type PreparedCorpus, prepareCorpus, unusable } from "../../engine/corpus/prepareCorpus";
import type { CorpusProblem } from "../../engine/corpus/problem";
import type { CorpusInput, CorpusOptions } from "../../engine/corpus/report";

/** Reads the input in chunks. A file's size is checked before the file is read into memory. */
export async function* readPairs(
  input: CorpusInput,
  options: CorpusOptions,
  _report: (done: number, total: number) => void,
): AsyncGenerator<void, PreparedCorpus> {
  const text = "text" in input ? input.text : await readFile(input.files[0] ?? new Blob());
  return typeof text === "string" ? yield* prepareCorpus(text, options) : unusable(text);
}

async function readFile(file: Blob): Promise<string | CorpusProblem> {
  const tooLarge = sizeProblem(file.size);
  if (tooLarge) return tooLarge;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { kind: "unreadable", name: "" };
  const decoded = decodeText(new Uint8Array(bytes), (body, encoding) =>
    new TextDecoder(encoding).decode(body),
  );
  return decoded.kind === "text" ? decoded.text : decoded;
}
