/** All notes on the model on show, in the order in which its lines run. */
import type { Trace } from "../../../engine/results/trace";
import { attentionNotes } from "./attentionNotes";
import { encoderNotes } from "./encoderNotes";
import { loopNotes } from "./loopNotes";
import { type Note, noteContext } from "./note";
import { stepNotes } from "./stepNotes";
import { trainingNotes } from "./trainingNotes";

/** index: 0-based step, whose numbers the notes use */
export function notesOf(trace: Trace, index: number): readonly Note[] {
  const step = trace.steps[index];
  if (!step) return [];
  const context = noteContext(trace, step);
  return [encoderNotes, attentionNotes, stepNotes, loopNotes, trainingNotes].flatMap((notes) =>
    notes(context),
  );
}
