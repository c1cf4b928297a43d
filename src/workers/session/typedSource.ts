/**
 * Reads a source that a student typed. It may be longer than any in training: whether the model can do what it has not
 * seen is worth watching.
 */
import type { Config } from "../../engine/setup/config";
import { CORPUS_LIMITS } from "../../engine/corpus/report";
import { generatedTask } from "../../engine/tasks/byId";
import { DIFFICULTIES } from "../../engine/tasks/difficulty";
import type { Pair, Task } from "../../engine/tasks/task";
import type { SourceProblem } from "../protocol";

/** A source with its answer, null where nobody knows it; or why the source cannot be decoded. */
export type Resolved =
  | { readonly source: readonly string[]; readonly answer: Pair | null }
  | { readonly problem: SourceProblem };

/** Tokens of typed text, as far as the task's vocabulary and the stage go. */
export function resolveTyped(task: Task, config: Config, text: string): Resolved {
  const source = task.tokenize(text);
  const widest = withLongestSources(task, config);
  const limit = longestTyped(widest);
  if (source.length === 0) return { problem: { kind: "empty" } };
  if (source.length > limit) return { problem: { kind: "tooLong", length: source.length, limit } };
  const unknown = unknownTokens(task, source);
  // A model of somebody's own pairs has met <unk> in training; the others have never seen it.
  if (unknown.length > 0 && task.id !== "pairs")
    return { problem: { kind: "unknownTokens", tokens: unknown } };
  return { source, answer: widest.solve(source) };
}

/** The tokens of a source that the vocabulary lacks, each once. */
function unknownTokens(task: Task, source: readonly string[]): readonly string[] {
  return [...new Set(source.filter((token) => !task.sourceVocabulary.has(token)))];
}

/** The task on the same symbols with sources as long as they can be set; a user's own pairs are what they are. */
function withLongestSources(task: Task, { symbols }: Config): Task {
  if (task.id === "pairs") return task;
  const { min, max } = DIFFICULTIES[task.id].bounds.lengths;
  return generatedTask(task.id, { shortest: min, longest: max, symbols });
}

/** Tokens: pairs that are longer are dropped when they are read, so the stage is made for no more. */
function longestTyped({ id, maxSourceLength }: Task): number {
  return id === "pairs" ? CORPUS_LIMITS.maxLength.max : maxSourceLength;
}
