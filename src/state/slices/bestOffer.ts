/** Whether a run had better go back to its best weights: it ended lower, or has forgotten while it trains. */
import {
  type BestEvaluation,
  type Criterion,
  criterionOf,
  isBetter,
} from "../../engine/results/history";
import type { RunState } from "./run";

/**
 * The evaluation that the run had better go back to, because training has ended lower; null: there is no such one, or the
 * model trains.
 */
export function betterThanNow({
  status,
  best,
  step,
  evaluations,
  info,
}: RunState): BestEvaluation | null {
  if (status !== "idle" || best === null || best.step >= step) return null;
  const now = evaluations.at(-1);
  const isMeasured = now?.step === step; // a run that has diverged is not evaluated
  return isMeasured && isAsGood(now, best, criterionOf(info?.config.task ?? "reverse"))
    ? null
    : best;
}

/** Whether an evaluation is as good as the best, or so near that there is no reason to go back. */
function isAsGood(now: BestEvaluation, best: BestEvaluation, by: Criterion): boolean {
  if (now.exactMatch >= best.exactMatch && by === "match") return true;
  const { heldOutLoss = Infinity } = now;
  return !isBetter(best, { ...now, heldOutLoss: heldOutLoss / NEAR }, by);
}

const NEAR = 1.01; // of two held-out losses

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
