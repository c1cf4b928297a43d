/** Which message the status line announces: milestones at once, and progress every few seconds. */
import { needsFreshModel } from "../../engine/setup/config";
import { bestBeforeFall } from "./bestOffer";
import { hasReplacedShipped, type RunInfo, type RunState } from "./run";

export type StatusMessage =
  | "starting"
  | "ready"
  | "continued"
  | "reset"
  | "undone"
  | "redone"
  | "trained"
  | "opened"
  | "best"
  | "started"
  | "startedNew"
  | "progress"
  | "paused"
  | "oneStep"
  | "oneStepNew"
  | "target"
  | "cap"
  | "overfitted"
  | "fallen"
  | "diverged";

export const PROGRESS_EVERY_MS = 8000;

/** The milestone between two states of the run; null: no milestone. */
export function milestoneBetween(before: RunState, after: RunState): StatusMessage | null {
  if (before.info && after.info && after.info.runId !== before.info.runId)
    return milestoneOfNewRun(before.info, after.info);
  if (after.status !== before.status) return milestoneOfStatus(after);
  if (bestBeforeFall(after) && !bestBeforeFall(before)) return "fallen";
  if (after.stopReason !== before.stopReason || after.step !== before.step)
    return after.status === "idle" ? milestoneOfStop(after) : null;
  return null;
}

/** How a run replaced another. */
function milestoneOfNewRun(before: RunInfo, after: RunInfo): StatusMessage {
  const isFresh = after.weights === "fresh";
  if (before.undo?.runId === after.runId) return "undone";
  if (before.redo?.runId === after.runId) return "redone";
  if (after.weights === "opened" || after.weights === "best") return after.weights;
  if (!isFresh) return "trained";
  return needsFreshModel(before.config, after.config) ? "ready" : "reset";
}

function milestoneOfStatus(run: RunState): StatusMessage | null {
  if (run.status === "failed") return null; // the notice announces the failure
  if (run.status === "starting") return "starting";
  if (run.status === "training") return startsNewModel(run) ? "startedNew" : "started";
  return milestoneOfStop(run) ?? (run.info?.weights === "kept" ? "continued" : "ready");
}

function milestoneOfStop(run: RunState): StatusMessage | null {
  return run.stopReason === "oneStep" && startsNewModel(run) ? "oneStepNew" : run.stopReason;
}

/** Whether the last training was the first of a model that replaced the shipped one. */
function startsNewModel(run: RunState): boolean {
  return run.begin === 0 && hasReplacedShipped(run);
}
