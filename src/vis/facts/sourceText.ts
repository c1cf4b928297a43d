/** A source as a person writes and reads it; the figures show its tokens one by one. */
import { factsOf } from "../../engine/tasks/facts";
import { writeJamo } from "../../engine/tasks/hangul/jamo";
import type { TaskId, Unit } from "../../engine/tasks/task";
import { EOS } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { joinerOf } from "./verdict";

/** How the sources of a task are written; the unit is not known before the worker is up. */
export interface Writing {
  readonly task: TaskId;
  readonly unit?: Unit | undefined;
}

/** A source's tokens, without <eos> and in the order of writing, as text. */
export function writeSource(tokens: readonly string[], { task, unit }: Writing): string {
  if (factsOf(task)?.writes === "jamo") return writeJamo(tokens);
  return tokens.join(unit === "word" ? " " : "");
}

/** The text of a trace's source without its <eos>, as a person would type it, in whatever order the encoder reads it. */
export function sourceText({ source, shape }: Trace, { task, unit }: Writing): string {
  const read = source.filter(({ id }) => id !== EOS);
  const tokens = shape.sourceOrder === "reversed" ? read.toReversed() : read;
  const told = unit ?? (joinerOf(tokens) === " " ? "word" : "character");
  return writeSource(
    tokens.map(({ text }) => text),
    { task, unit: told },
  );
}
