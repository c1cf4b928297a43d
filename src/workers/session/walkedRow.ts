/** A row of a walked batch as an example that can be decoded, fed what the update fed it. */
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { inReadingOrder } from "../../engine/tasks/readingOrder";
import type { Pair } from "../../engine/tasks/task";
import { viewToken, type Vocabulary } from "../../engine/text/tokens";
import type { Model, WalkedUpdate } from "../../engine/training/trainer";

export interface FedRow {
  readonly pair: Pair;
  /** They feed the model's own answers of the update, at the steps where its coins did. */
  readonly edits: readonly Edit[];
  readonly isTruthFed: readonly boolean[]; // by step
}

/** Null: the batch has no such row. */
export function rowOf(
  { task, shape }: Pick<Model, "task" | "shape">,
  { example, inputs }: Pick<WalkedUpdate, "example" | "inputs">,
  row: number,
): FedRow | null {
  const { batch, truthFed } = example;
  const { sourceLength: S, targetLength: T, sourceLengths, targetLengths } = batch;
  const [m, n] = [sourceLengths[row], targetLengths[row]];
  if (m === undefined || n === undefined) return null;
  const read = textsOf(task.sourceVocabulary, batch.source.subarray(row * S, row * S + m - 1));
  const isTruthFed = truthFed.slice(row * T, row * T + n);
  const edits = isTruthFed.flatMap((isTruth, step): Edit[] => {
    const { text: token } = viewToken(task.targetVocabulary, inputs[row * T + step] ?? 0);
    return isTruth ? [] : [{ kind: "feed", step, token }];
  });
  const pair: Pair = {
    source: inReadingOrder(shape.sourceOrder, read), // the reverse of a reversed source is the source
    target: textsOf(task.targetVocabulary, batch.targetOut.subarray(row * T, row * T + n - 1)),
    gold: null,
  };
  return { pair, edits, isTruthFed };
}

function textsOf(vocabulary: Vocabulary, ids: Int32Array): string[] {
  return Array.from(ids, (id) => viewToken(vocabulary, id).text);
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
