/** The log of acts with their actors, the latest last. */

/** The student by hand, a lesson, or the page by itself. */
export type Actor = "student" | "lesson" | "page";

export interface Act {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly by: Actor;
}

/** Acts of the student inside a lesson. They move the selection too. */
const LESSON_ACTS: readonly string[] = [
  "openLesson",
  "nextStep",
  "skipStep",
  "previousStep",
  "predict",
  "showAnswer",
  "reveal",
  "showScene",
];

/** Whether a lesson did it, or the student with the lesson's own controls. */
export function isOfLesson(act: Act | undefined): boolean {
  return act !== undefined && (act.by === "lesson" || LESSON_ACTS.includes(act.name));
}

/** Whether the student has opened the page of the networks alone by hand, and not the link. */
export const hasOpenedAlone = ({ acts }: { readonly acts: readonly Act[] }): boolean =>
  acts.some(({ name, by }) => name.startsWith("openAlone") && by === "student");

const MOST_ACTS = 200;

/** Acts that follow a pointer or the keys of a text. Of many in a row, the log keeps the last. */
const MOVING_ACTS: readonly string[] = ["lookBack", "draftSource", "editDecode"];

/** The log with one more act. A full log drops its oldest act. */
export function withAct(log: readonly Act[], act: Act): readonly Act[] {
  const isSame = MOVING_ACTS.includes(act.name) && log.at(-1)?.name === act.name;
  return [...log.slice(1 - MOST_ACTS, isSame ? -1 : undefined), act];
}
