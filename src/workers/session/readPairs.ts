/** Turns a user's file or pasted text into a report and a task. */
import { decodeText, sizeProblem } from "../../engine/corpus/decode";
import { type PreparedCorpus, prepareCorpus, unusable } from "../../engine/corpus/prepareCorpus";
import type { CorpusOptions, CorpusProblem } from "../../engine/corpus/report";

/** Reads the input in chunks. A file's size is checked before the file is read into memory. */
export async function readPairs(
  input: Blob | string,
  options: CorpusOptions,
): Promise<Generator<void, PreparedCorpus>> {
  const text = typeof input === "string" ? input : await readFile(input);
  return typeof text === "string" ? prepareCorpus(text, options) : refuse(text);
}

async function readFile(file: Blob): Promise<string | CorpusProblem> {
  const tooLarge = sizeProblem(file.size);
  if (tooLarge) return tooLarge;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { kind: "unreadable" };
  const decoded = decodeText(new Uint8Array(bytes), (body, encoding) =>
    new TextDecoder(encoding).decode(body),
  );
  return decoded.kind === "text" ? decoded.text : decoded;
}

// oxlint-disable-next-line require-yield -- a refusal has no chunks
function* refuse(problem: CorpusProblem): Generator<void, PreparedCorpus> {
  return unusable(problem);
}
