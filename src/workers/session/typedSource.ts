/**
 * Reads a typed source. It may be longer than any in training, so that the student sees whether the model copes with
 * lengths it has not seen.
 */
import type { Config } from "../../engine/setup/config";
import { CORPUS_LIMITS } from "../../engine/corpus/report";
import { generatedTask } from "../../engine/tasks/byId";
import { DIFFICULTIES } from "../../engine/tasks/difficulty";
import type { Pair, Task } from "../../engine/tasks/task";
import type { SourceProblem } from "../protocol";

/** A source with its answer, null where it is unknown; or why the source cannot be decoded. */
export type Resolved =
  | { readonly source: readonly string[]; readonly answer: Pair | null }
  | { readonly problem: SourceProblem };

/** The tokens of typed text, within the vocabulary of the task and the limit of its length. */
export function resolveTyped(task: Task, config: Config, text: string): Resolved {
  const source = task.tokenize(text);
  const widest = withLongestSources(task, config);
  const limit = longestTyped(widest);
  if (source.length === 0) return { problem: { kind: "empty" } };
  if (source.length > limit) return { problem: { kind: "tooLong", length: source.length, limit } };
  const unknown = unknownTokens(task, source);
  // Only models of own pairs see <unk> in training.
  if (unknown.length > 0 && task.id !== "pairs")
    return { problem: { kind: "unknownTokens", tokens: unknown } };
  return { source, answer: widest.solve(source) };
}

/** The tokens that are not in the vocabulary, each once. */
function unknownTokens(task: Task, source: readonly string[]): readonly string[] {
  return [...new Set(source.filter((token) => !task.sourceVocabulary.has(token)))];
}

/** The task on the same symbols with the longest sources that the settings allow. Own pairs have no such setting. */
function withLongestSources(task: Task, { symbols }: Config): Task {
  if (task.id === "pairs") return task;
  const { min, max } = DIFFICULTIES[task.id].bounds.lengths;
  return generatedTask(task.id, { shortest: min, longest: max, symbols });
}

/** In tokens. Own pairs may be as long as the longest pairs that the app reads. */
function longestTyped({ id, maxSourceLength }: Task): number {
  return id === "pairs" ? CORPUS_LIMITS.maxLength.max : maxSourceLength;
}
