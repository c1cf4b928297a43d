/** Which message the status line announces: milestones at once, and progress every few seconds. */
import { needsFreshModel } from "../../engine/setup/config";
import type { RunInfo, RunState } from "./run";

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
  | "progress"
  | "paused"
  | "oneStep"
  | "target"
  | "cap"
  | "diverged";

export const PROGRESS_EVERY_MS = 8000;

/** The milestone between two states of the run; null: no milestone. */
export function milestoneBetween(before: RunState, after: RunState): StatusMessage | null {
  if (before.info && after.info && after.info.runId !== before.info.runId)
    return milestoneOfNewRun(before.info, after.info);
  if (after.status !== before.status) return milestoneOfStatus(after);
  if (after.stopReason !== before.stopReason || after.step !== before.step)
    return after.status === "idle" ? after.stopReason : null;
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
  if (run.status === "training") return "started";
  return run.stopReason ?? (run.info?.weights === "kept" ? "continued" : "ready");
}
