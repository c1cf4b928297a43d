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

/**
 * The history up to the state that undo brings back. It is empty if the last act on edits was on another example, or if
 * there was none. Acts that changed nothing, because the worker refused the edit, do not count.
 */
export function historyToUndo(
  history: readonly EditsBefore[],
  now: EditsBefore,
): readonly EditsBefore[] {
  const last = history.findLastIndex((before) => !isSameState(before, now));
  const before = history[last];
  const isHere = before?.task === now.task && isSameExample(before.example, now.example);
  return isHere ? history.slice(0, last + 1) : [];
}

const isSameState = (a: EditsBefore, b: EditsBefore): boolean =>
  a.task === b.task && isSameExample(a.example, b.example) && textOf(a.edits) === textOf(b.edits);

/** The same for the same edits in any order. */
const textOf = (edits: readonly Edit[]): string =>
  edits
    .map((edit) => JSON.stringify(Object.entries(edit).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .toSorted()
    .join();
