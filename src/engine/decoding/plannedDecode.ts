/** The decode of an example in plain data: everything but the weights, which may lie on another device. */
import { type Batch, makeBatch } from "../batch";
import type { Trace } from "../results/trace";
import type { ModelShape } from "../setup/modelShape";
import type { Show } from "../show";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { planEdits } from "./editPlan";
import type { Feeding } from "./feeding";
import { decodingLimit } from "./greedy";
import type { Decoding } from "./tokenChoice";

export interface PlannedDecode extends Feeding, Decoding {
  readonly source: Batch; //   of one source
  /** The source whose states the decode attends to: the same, or that of the edit "swapStates". */
  readonly attended: Batch;
  /** Whether the same decode without its edits is wanted, too. */
  readonly wantsUntouched: boolean;
}

/** The computed parts of a trace. `untouched` is null where it is not wanted. */
export type Decoded = Pick<
  Trace,
  "encoder" | "transformer" | "decoding" | "steps" | "ending" | "untouched"
>;

/** A source as the encoder reads it. */
export interface ReadSource {
  readonly pair: Pair;
  readonly batch: Batch;
}

/** The source and its answer in the model's reading order. */
export function readSource(
  task: Task,
  { sourceOrder }: ModelShape,
  { source, answer }: { readonly source: readonly string[]; readonly answer: Pair | null },
): ReadSource {
  const pair = asRead(sourceOrder, answer ?? { source, target: [], gold: null });
  return { pair, batch: makeBatch(task, [pair]) };
}

/** What a decode depends on beside its sources. */
interface Wanted {
  readonly answer: Pair | null; // null: unknown
  readonly show: Show;
  readonly wantsUntouched: boolean;
}

/**
 * Plans a decode. With teacher forcing there is one step for each token of the truth; otherwise decoding continues to
 * <eos> or the limit.
 * @param other the source whose states the decode attends to; null: its own
 */
export function planDecode(
  task: Task,
  own: ReadSource,
  other: ReadSource | null,
  { answer, show, wantsUntouched }: Wanted,
): PlannedDecode {
  const { targetVocabulary: vocabulary } = task;
  const truth = show.feeding === "truth" ? Array.from(own.batch.targetOut) : null;
  return {
    source: own.batch,
    attended: (other ?? own).batch,
    plan: planEdits(show.edits, vocabulary),
    truth,
    vocabulary,
    choosing: truth ? null : show.choosing,
    limit: truth?.length ?? answerLimit(task, answer),
    wantsUntouched,
  };
}

/** Most steps of a free answer: the right answer may be longer than the task's longest target. */
export function answerLimit({ maxTargetLength }: Task, answer: Pair | null): number {
  return decodingLimit(Math.max(maxTargetLength, answer?.target.length ?? 0)); // without <eos>
}
