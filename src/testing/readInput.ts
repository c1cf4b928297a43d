/** Reads a user's pairs in one go, for tests. */
import { runAsyncToEnd } from "../engine/chunks";
import type { CorpusProblem } from "../engine/corpus/problem";
import { type PreparedCorpus, readCorpus } from "../engine/corpus/readCorpus";
import type { Reading } from "../engine/corpus/reading";
import type { CorpusInput, CorpusOptions, CorpusSummary } from "../engine/corpus/report";
import type { Pair, Task } from "../engine/tasks/task";

/** Words on both sides, whatever the sentences look like. */
export const WORDS = { units: { source: "words", target: "words" } } as const;

export type Given = string | Uint8Array | Blob | readonly Blob[];

/** A text counts as pasted, bytes as a file without a name. */
export function inputOf(given: Given): CorpusInput {
  if (typeof given === "string") return { text: given };
  if (given instanceof Uint8Array) return { files: [new Blob([Uint8Array.from(given)])] };
  return { files: given instanceof Blob ? [given] : given };
}

export function readInput(
  given: Given,
  changes: Partial<CorpusOptions> = {},
): Promise<PreparedCorpus> {
  return runAsyncToEnd(readCorpus(inputOf(given), changes, () => {}));
}

interface Usable {
  readonly summary: CorpusSummary;
  readonly reading: Reading;
  readonly task: Task;
  /** The pairs as written when they are exported: [source, target]. */
  readonly sentences: readonly (readonly [string, string])[];
}

/** @throws where the input is unusable */
export async function readUsable(
  given: Given,
  changes: Partial<CorpusOptions> = {},
): Promise<Usable> {
  const { report, task, write } = await readInput(given, changes);
  if (report.status !== "usable" || !task) throw new Error(JSON.stringify(report));
  const lines = write().split("\n").slice(0, -1);
  const sentences = lines.map((line): [string, string] => {
    const [source = "", target = ""] = line.split("\t").map(unquoted);
    return [source, target];
  });
  return { summary: report.summary, reading: report.reading, task, sentences };
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** @throws where the input is usable */
export async function readProblem(
  given: Given,
  changes: Partial<CorpusOptions> = {},
): Promise<CorpusProblem> {
  const { report, task } = await readInput(given, changes);
  if (report.status === "usable" || task) throw new Error("usable");
  return report.problem;
}

/** The task of usable pairs. */
export async function taskOfPairs(
  given: Given,
  changes: Partial<CorpusOptions> = {},
): Promise<Task> {
  return (await readUsable(given, changes)).task;
}

export function sidesOf(pairs: readonly Pair[]): string[] {
  return pairs.map(({ source, target }) => `${source.join("|")} > ${target.join("|")}`);
}
