/** What each step of a lesson asks about a trace. The stage needs it with the first picture, since it hides rows. */
import type { Trace } from "../engine/results/trace";
import type { LessonId, LessonPlace } from "./catalogue";
import type { Question } from "./lesson";
import { type Look, planOf } from "./looks";

/** Null: the trace has no row for the question, or the step asks none. */
type Ask = (trace: Trace) => Question | null;

/** A question about a row that the map hides until the reveal. */
function askAhead(look: Look | null, kind: Question["kind"]): Question | null {
  return look && { kind, row: look.row, startRow: look.row - 1, hiddenFrom: look.row };
}

const find: Ask = (trace) => {
  const look = planOf(trace).find;
  return look && { kind: "row", row: look.row, startRow: 0, hiddenFrom: null };
};

/** By the step of the lesson. */
const ASKS: Readonly<Record<LessonId, readonly Ask[]>> = {
  readTheMap: [
    find,
    (trace) => askAhead(planOf(trace).look, "cell"),
    (trace) => askAhead(planOf(trace).share, "weight"),
    (trace) => askAhead(planOf(trace).cross?.after ?? null, "choice"),
    () => null, // a goal
  ],
};

export function questionAt({ id, step }: LessonPlace, trace: Trace): Question | null {
  return ASKS[id][step]?.(trace) ?? null;
}
