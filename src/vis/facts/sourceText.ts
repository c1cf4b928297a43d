/** A source as a person writes and reads it, and what of it the model has not met; the figures show its tokens one by one. */
import { factsOf } from "../../engine/tasks/facts";
import { writeJamo } from "../../engine/tasks/hangul/jamo";
import type { TaskId, Unit } from "../../engine/tasks/task";
import { EOS, type TokenView, UNK } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { joinerOf } from "./verdict";

/** How the sources of a task are written. */
export interface Writing {
  readonly task: TaskId;
  readonly unit: Unit;
}

/** A source's tokens, without <eos> and in the order of writing, as text. */
export function writeSource(tokens: readonly string[], { task, unit }: Writing): string {
  return factsOf(task)?.writes === "jamo" ? writeJamo(tokens) : tokens.join(joinerOf(unit));
}

/** The source without its <eos> in the order of writing, in whatever order the encoder reads it. */
function writtenTokens({ source, shape }: Trace): readonly TokenView[] {
  const read = source.filter(({ id }) => id !== EOS);
  return shape.sourceOrder === "reversed" ? read.toReversed() : read;
}

/** The text of a trace's source, as a person would type it. */
export function sourceText(trace: Trace): string {
  const { id: task, sourceUnit: unit } = trace.task;
  return writeSource(
    writtenTokens(trace).map(({ text }) => text),
    { task, unit },
  );
}

/** The tokens of the source that the model reads as <unk>, as they were typed, each once. */
export function unreadTokens(trace: Trace): readonly string[] {
  const unread = writtenTokens(trace).filter(({ id }) => id === UNK);
  return [...new Set(unread.map(({ text }) => text))];
}

/** Whether the source is longer than any in training. */
export function isBeyondTraining(trace: Trace): boolean {
  return writtenTokens(trace).length > trace.task.maxSourceLength;
}
