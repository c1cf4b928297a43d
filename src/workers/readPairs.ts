/** A user's input, a file or pasted text, to a report and a task. */
import { decodeText, sizeProblem } from "../engine/corpus/decode";
import { type PreparedCorpus, prepareCorpus } from "../engine/corpus/prepareCorpus";
import type { CorpusOptions, CorpusProblem } from "../engine/corpus/report";

/** Reads the input; its size is checked before any of it is taken into memory. */
export async function readPairs(
  input: Blob | string,
  options: CorpusOptions,
): Promise<PreparedCorpus> {
  if (typeof input === "string") return prepareCorpus(input, options);
  const tooLarge = sizeProblem(input.size);
  if (tooLarge) return unusable(tooLarge);
  const decoded = decodeText(new Uint8Array(await input.arrayBuffer()), (bytes, encoding) =>
    new TextDecoder(encoding).decode(bytes),
  );
  return decoded.kind === "text" ? prepareCorpus(decoded.text, options) : unusable(decoded);
}

function unusable(problem: CorpusProblem): PreparedCorpus {
  return { report: { status: "unusable", problem }, task: null };
}
