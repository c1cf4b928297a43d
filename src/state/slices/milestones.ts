/** What the status line says: milestones at once, progress now and then, never every step. */
import { needsFreshModel } from "../../engine/setup/config";
import type { RunInfo, RunState } from "./run";

export type Announcement =
  | "starting"
  | "ready"
  | "continued"
  | "reset"
  | "undone"
  | "trained"
  | "opened"
  | "started"
  | "progress"
  | "paused"
  | "oneStep"
  | "target"
  | "cap"
  | "diverged";

export const PROGRESS_EVERY_MS = 8000;

/** The milestone between two states of the run, or null where there was none. */
export function milestone(before: RunState, after: RunState): Announcement | null {
  if (before.info && after.info && after.info.runId !== before.info.runId)
    return arrivalOf(before.info, after.info);
  if (after.status !== before.status) return turnOf(after);
  if (after.stopReason !== before.stopReason || after.step !== before.step)
    return after.status === "idle" ? after.stopReason : null;
  return null;
}

/** How a run took the place of another. Ids count up, and a fresh run has no step: what has either was there before. */
function arrivalOf(before: RunInfo, after: RunInfo): Announcement {
  const isFresh = after.weights === "fresh";
  if (after.runId < before.runId || (isFresh && after.step > 0)) return "undone";
  if (!isFresh) return after.weights === "opened" ? "opened" : "trained";
  return needsFreshModel(before.config, after.config) ? "ready" : "reset";
}

function turnOf(run: RunState): Announcement | null {
  if (run.status === "failed") return null; // the notice speaks for itself
  if (run.status === "starting") return "starting";
  if (run.status === "training") return "started";
  return run.stopReason ?? (run.info?.weights === "kept" ? "continued" : "ready");
}
