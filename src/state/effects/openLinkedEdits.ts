/** The edits of the link that opened the page. */
import { type ExampleChoice, isSameExample } from "../../engine/show";
import { readEdits } from "../slices/linkedEdits";
import { noteRefused, useRefused } from "../slices/rejectedUrlSettings";
import { setView, useApp } from "../store";

/**
 * Puts the edits of a link into the Show, before the first request to the worker. The page names the texts that are no
 * edits.
 * @param example the example of the link; the student may have chosen another one meanwhile, and the edits are not for it
 */
export function openLinkedEdits(query: URLSearchParams, example: ExampleChoice): void {
  const { show } = useApp.getState().view;
  if (!isSameExample(example, show.example)) return;
  const { edits, refused } = readEdits(query);
  noteRefused([...useRefused.getState(), ...refused]);
  setView({ show: { ...show, edits } });
}
