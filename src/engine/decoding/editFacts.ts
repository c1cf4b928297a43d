/** What decides whether an edit applies to an example of a model. */
import type { EditFacts } from "../edits/editProblem";
import type { ModelShape } from "../setup/modelShape";
import type { Task } from "../tasks/task";
import { answerLimit } from "./plannedDecode";
import type { Example } from "./planTrace";

/**
 * The facts for `sortEdits`. A step counts up to the limit of a free answer, with teacher forcing too, so that switching
 * it on and off loses no edit.
 * @param read the tokens of a source; null: the model cannot read it
 */
export function editFacts(
  { task, shape }: { readonly task: Task; readonly shape: ModelShape },
  { source, answer }: Example,
  read: (text: string) => readonly string[] | null,
): Omit<EditFacts, "edits"> {
  return {
    hasAttention: shape.attention !== "none",
    sourceLength: source.length + 1, // with <eos>
    model: {
      steps: answerLimit(task, answer),
      hasToken: (text) => task.targetVocabulary.tokens.includes(text),
      lengthOf: (text) => lengthOf(read(text)),
    },
  };
}

/** With <eos>. */
const lengthOf = (tokens: readonly string[] | null): number | null => tokens && tokens.length + 1;
