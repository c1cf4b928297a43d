/** The questions of the first lesson: each finds its row in the trace. */
import { beforeRow, type Question } from "./lesson";
import type { Facts } from "./facts";
import { type Look, planOf } from "./looks";

type Ask = (facts: Pick<Facts, "trace">) => Question | null;

function askAhead(look: Look | null, kind: "cell" | "weight"): Question | null {
  return look && { kind, ...beforeRow(look.row) };
}

export const askFind: Ask = ({ trace }) => {
  const look = planOf(trace).find;
  return look && { kind: "row", row: look.row, startRow: 0, hiddenFrom: null };
};

export const askLook: Ask = ({ trace }) => askAhead(planOf(trace).look, "cell");

export const askShare: Ask = ({ trace }) => askAhead(planOf(trace).share, "weight");

const DIRECTIONS = ["left", "same", "right"] as const;

export const askCross: Ask = ({ trace }) => {
  const after = planOf(trace).cross?.after;
  return after ? { kind: "choice", choices: DIRECTIONS, ...beforeRow(after.row) } : null;
};
