/** Who did what on the page, the latest last. */

/** The student at the controls, a lesson that leads, or the page of its own accord. */
export type Actor = "student" | "lesson" | "page";

export interface Act {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly by: Actor;
}

const MOST = 200;

/** Acts that follow a pointer: of many in a row the last alone says something. */
const PASSING: readonly string[] = ["readCurvesAt"];

/** The log with one act more; of a long one the oldest is forgotten. */
export function withAct(log: readonly Act[], act: Act): readonly Act[] {
  const isSame = PASSING.includes(act.name) && log.at(-1)?.name === act.name;
  return [...log.slice(1 - MOST, isSame ? -1 : undefined), act];
}
