/** What the status line says: milestones at once, progress now and then, never every step. */
import type { RunState } from "./run";

export type Announcement =
  | "starting"
  | "ready"
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
  if (after.status !== before.status) return turnOf(after);
  if (after.info?.runId !== before.info?.runId && after.info) return "ready";
  if (after.stopReason !== before.stopReason || after.step !== before.step)
    return after.status === "idle" ? after.stopReason : null;
  return null;
}

function turnOf(run: RunState): Announcement | null {
  if (run.status === "failed") return null; // the notice speaks for itself
  if (run.status === "starting") return "starting";
  if (run.status === "training") return "started";
  return run.stopReason ?? "ready";
}
