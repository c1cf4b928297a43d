/** Acts on the edits of the decode. They load with the first of them (`editing.ts`). */
import { asRow } from "../../engine/edits/attentionRow";
import { type Edit, withEdit, withoutEdit } from "../../engine/edits/edit";
import { type EditProblem, editProblem, type RefusedEdit } from "../../engine/edits/editProblem";
import { PAD } from "../../engine/text/tokens";
import { type EditsBefore, historyToUndo, withEditsBefore } from "../slices/editHistory";
import { LANE } from "../slices/lane";
import { laneOf, setRun, useApp } from "../store";
import { baseShow, replaceEdits } from "./showing";

/** The example and the edits of the stage. */
function now(): EditsBefore {
  const { example, edits } = baseShow();
  return { task: laneOf(LANE).config.task, example, edits };
}

/**
 * Changes the edits and keeps what undo brings back.
 * @param continues whether the same gesture goes on, so that undo goes back to its beginning
 */
function change(edits: readonly Edit[], continues = false): void {
  const before = now();
  if (!continues)
    useApp.setState(({ editHistory }) => ({ editHistory: withEditsBefore(editHistory, before) }));
  replaceEdits(edits);
}

/** The problem that the page sees without the worker; null: none. */
function problemOf(edit: Edit): RefusedEdit | null {
  const { trace } = laneOf(LANE).run;
  if (!trace) return null;
  const { edits } = now();
  const pads = trace.source.filter(({ id }) => id === PAD).length;
  const problem = editProblem(edit, {
    hasAttention: trace.shape.attention !== "none",
    sourceLength: trace.source.length - pads,
    edits: withoutEdit(edits, edit),
    model: null,
  });
  return problem && { edit, problem };
}

/**
 * Edits the decode, in the place of an earlier edit of the kind there. An edit that cannot apply changes nothing, and the
 * page says why.
 * @param continues whether the gesture of the last edit goes on, as in a drag: undo then goes back to its beginning
 */
export function editDecode(edit: Edit, continues = false): void {
  const refused = problemOf(edit);
  if (refused) return setRun(LANE, { refusedEdits: [refused] });
  const settled = edit.kind === "look" ? { ...edit, weights: asRow(edit.weights) } : edit;
  change(withEdit(now().edits, settled), continues);
}

/** Removes the edit at this edit's place. */
export function removeEdit(edit: Edit): void {
  const { edits } = now();
  const others = withoutEdit(edits, edit);
  if (others.length < edits.length) change(others);
}

export function clearEdits(): void {
  if (now().edits.length > 0) change([]);
}

/** Brings back the edits before the last act on them. */
export function undoEdit(): void {
  const { editHistory } = useApp.getState();
  const history = historyToUndo(editHistory, now());
  const before = history.at(-1);
  if (!before) return;
  useApp.setState({ editHistory: history.slice(0, -1) });
  replaceEdits(before.edits);
}

/** Says why a row cannot get this weight. The decode stays as it is. */
export function refuseWeight({ step }: { readonly step: number }, problem: EditProblem): void {
  setRun(LANE, { refusedEdits: [{ edit: { kind: "look", step, weights: [] }, problem }] });
}

/** Removes the message about edits that do not apply. */
export function dismissRefusedEdits(): void {
  setRun(LANE, { refusedEdits: [] });
}
