/** A request to read pairs: its name, its command, whether it is answered, and whether the device keeps its pairs. */
import { cleanText } from "../../engine/corpus/cleanText";
import { CORPUS_LIMITS, type CorpusInput, type CorpusReport } from "../../engine/corpus/report";
import { MOST_CORPORA } from "../../storage/corporaLimit";
import type { Command } from "../../workers/protocol";
import type { CorpusEntry, Inspection, PairsState } from "./pairs";
import type { Requests } from "./requests";

/** The most sets of pairs that the device keeps. */
export const MOST_KEPT = MOST_CORPORA;

const NAME_LENGTH = 60; // characters

/** A first name for pairs: the name of their file, or the first pair of their text. */
export function nameOfPairs(input: CorpusInput): string {
  if ("files" in input) {
    const [file] = input.files;
    return file instanceof File ? tidyName(file.name) : "";
  }
  const [line = ""] = /\S[^\r\n]*/.exec(input.text) ?? [];
  return tidyName(line.split("\t", 2).join(" – "));
}

/** A name on one line without invisible characters, cut to the longest length. */
export function tidyName(text: string): string {
  const characters = Array.from(cleanText(text.slice(0, 4 * NAME_LENGTH)));
  if (characters.length <= NAME_LENGTH) return characters.join("");
  return `${characters.slice(0, NAME_LENGTH - 1).join("")}…`;
}

/** The entry that keeps these pairs; null: the device does not keep them. */
export function entryOf({ kept }: PairsState, inspection: Inspection): CorpusEntry | null {
  return kept.entries?.find(({ id }) => id === kept.ids[inspection.id]) ?? null;
}

export function readingOf({ id, input, options }: Inspection): Command {
  return { type: "inspectPairs", inspection: id, input, options };
}

/** The report on an input that is too large to send, else null. A text has at least as many bytes as characters. */
export function refuseTooLarge(input: CorpusInput): CorpusReport | null {
  const bytes = sizeOfPairs(input);
  const limit = CORPUS_LIMITS.bytes;
  if (bytes <= limit) return null;
  const problem = { kind: "tooLarge", name: nameOfPairs(input), bytes, limit } as const;
  return { status: "unusable", problem, reading: null };
}

/** Bytes of files, or characters of text. */
function sizeOfPairs(input: CorpusInput): number {
  if ("text" in input) return input.text.length;
  return input.files.reduce((sum, { size }) => sum + size, 0);
}

/** Whether the worker has not answered the latest inspection yet. */
export function isReading({ latest }: PairsState, requests: Requests): boolean {
  return requests.some(
    ({ command }) => command.type === "inspectPairs" && command.inspection === latest?.id,
  );
}

/** Whether the worker has found the latest pairs usable. */
export function areUsable(pairs: PairsState, requests: Requests): boolean {
  return pairs.latest !== null && !isReading(pairs, requests) && pairs.report?.status === "usable";
}
