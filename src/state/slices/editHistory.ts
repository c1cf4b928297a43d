/** The edits before each act on them. Undo goes back only on the same example of the same task. */
import type { Edit } from "../../engine/edits/edit";
import type { TaskId } from "../../engine/tasks/task";
import { type ExampleChoice, isSameExample } from "../../engine/show";

export interface EditsBefore {
  readonly task: TaskId;
  readonly example: ExampleChoice;
  readonly edits: readonly Edit[];
}

const MOST = 100;

/** The history with one more state. A full one drops its oldest. */
export function withEditsBefore(
  history: readonly EditsBefore[],
  before: EditsBefore,
): readonly EditsBefore[] {
  return [...history.slice(1 - MOST), before];
}

/** The edits that undo brings back; null: the last act on edits was on another example, or there was none. */
export function editsToUndo(
  history: readonly EditsBefore[],
  { task, example }: Omit<EditsBefore, "edits">,
): readonly Edit[] | null {
  const last = history.at(-1);
  return last?.task === task && isSameExample(last.example, example) ? last.edits : null;
}
