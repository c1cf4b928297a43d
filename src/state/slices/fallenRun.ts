/** A run that has forgotten while it trains, as after a raised learning rate. */
import { type BestEvaluation, criterionOf } from "../../engine/results/history";
import type { RunState } from "./run";

const KNOWN = 0.2; // a best exact match below this is no skill to lose
const LEFT = 0.5; //  of the best
const IN_A_ROW = 2; // one low evaluation is an accident of training

/**
 * The best evaluation of a run that trains and has lost more than half of it; null: it has not. On own pairs early
 * stopping watches over the held-out loss.
 */
export function bestBeforeFall(run: RunState): BestEvaluation | null {
  const { status, best, evaluations, info } = run;
  if (status !== "training" || best === null || best.exactMatch < KNOWN) return null;
  if (criterionOf(info?.config.task ?? "reverse") !== "match") return null;
  const latest = evaluations.slice(-IN_A_ROW);
  const isLow = latest.every(
    ({ step, exactMatch }) => step > best.step && exactMatch < LEFT * best.exactMatch,
  );
  return latest.length === IN_A_ROW && isLow ? best : null;
}
