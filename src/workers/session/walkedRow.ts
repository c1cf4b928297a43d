/** A row of a walked batch as an example that can be decoded, fed what the update fed it. */
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import type { Pair } from "../../engine/tasks/task";
import { viewToken } from "../../engine/text/tokens";
import type { Model, WalkedUpdate } from "../../engine/training/trainer";

export interface FedRow {
  readonly pair: Pair;
  /** They feed the model's own answers of the update, at the steps where its coins did. */
  readonly edits: readonly Edit[];
  readonly isTruthFed: readonly boolean[]; // by step
}

/** Null: the batch has no such row. */
export function rowOf(
  { task }: Pick<Model, "task">,
  { example, inputs, pairs }: Pick<WalkedUpdate, "example" | "inputs" | "pairs">,
  row: number,
): FedRow | null {
  const { batch, truthFed } = example;
  const { targetLength: T, targetLengths } = batch;
  const [n, pair] = [targetLengths[row], pairs[row]];
  if (n === undefined || !pair) return null;
  const isTruthFed = truthFed.slice(row * T, row * T + n);
  const edits = isTruthFed.flatMap((isTruth, step): Edit[] => {
    const { text: token } = viewToken(task.targetVocabulary, inputs[row * T + step] ?? 0);
    return isTruth ? [] : [{ kind: "feed", step, token }];
  });
  return { pair, edits, isTruthFed };
}

/** The trace of a row, whose fed tokens are the answers of the model in the update and not of a hand. */
export function withOrigins(trace: Trace, row: FedRow | null): Trace {
  if (!row) return trace;
  return {
    ...trace,
    show: { ...trace.show, edits: [] },
    untouched: null,
    steps: trace.steps.map((step, t) =>
      row.isTruthFed[t] === false ? { ...step, inputOrigin: "model" } : step,
    ),
  };
}
