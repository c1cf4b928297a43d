/** A source as text in writing order, and the parts of it that training did not cover. */
import { factsOf } from "../../engine/tasks/facts";
import { writeJamo } from "../../engine/tasks/hangul/jamo";
import type { TaskId, Unit } from "../../engine/tasks/task";
import { EOS, PAD, type TokenView, UNK } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { joinerOf } from "./judgedTokens";

/** How the sources of a task are written. */
export interface Writing {
  readonly task: TaskId;
  readonly unit: Unit;
}

/** Tokens in writing order, without <eos>, as text. */
export function writeSource(tokens: readonly string[], { task, unit }: Writing): string {
  return factsOf(task)?.writes === "jamo" ? writeJamo(tokens) : tokens.join(joinerOf(unit));
}

/** The source tokens without <eos> and the pads of an edit, in writing order. */
function writtenTokens({ source, shape }: Trace): readonly TokenView[] {
  const read = source.filter(({ id }) => id !== EOS && id !== PAD);
  return shape.sourceOrder === "reversed" ? read.toReversed() : read;
}

/** The text that a student would type for a trace's source. */
export function sourceText(trace: Trace): string {
  const { id: task, sourceUnit: unit } = trace.task;
  return writeSource(
    writtenTokens(trace).map(({ text }) => text),
    { task, unit },
  );
}

/** The source tokens that the model reads as <unk>, as typed, without repetition. */
export function unreadTokens(trace: Trace): readonly string[] {
  const unread = writtenTokens(trace).filter(({ id }) => id === UNK);
  return [...new Set(unread.map(({ text }) => text))];
}

/** Whether the source is longer than every source in training. */
export function isBeyondTraining(trace: Trace): boolean {
  return writtenTokens(trace).length > trace.task.maxSourceLength;
}
