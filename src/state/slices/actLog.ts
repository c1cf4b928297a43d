/** Who did what on the page, the latest last. */

/** The student at the controls, a lesson that leads, or the page of its own accord. */
export type Actor = "student" | "lesson" | "page";

export interface Act {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly by: Actor;
}

const MOST = 200;

/** The log with one act more; of a long one the oldest is forgotten. */
export function withAct(log: readonly Act[], act: Act): readonly Act[] {
  return [...log.slice(1 - MOST), act];
}
