/** The run at a pace that eyes can follow: a mirror of it that changes a few times a second while losses stream in. */
import { create } from "zustand";
import { laneOf, useApp } from "../store";
import { LANE } from "../actions/ask";
import type { RunState } from "../slices/run";

const PACE_MS = 200;

/** Like `useApp((state) => state.run...)`, for what need not follow every event. Whatever is not a stream is at once there. */
export const useCalmRun = create<RunState>()(() => laneOf(LANE).run);

let resting: ReturnType<typeof setTimeout> | null = null;

function catchUp(): void {
  resting = null;
  const { run } = laneOf(LANE);
  if (run === useCalmRun.getState()) return;
  useCalmRun.setState(run, true);
  resting = setTimeout(catchUp, PACE_MS);
}

/** Whether more changed than a stream of losses, evaluations and traces. */
function isTurn(run: RunState, shown: RunState): boolean {
  const keys = ["status", "info", "backend", "failure", "stopReason"] as const;
  return keys.some((key) => run[key] !== shown[key]);
}

useApp.subscribe(({ lanes }) => {
  const { run } = lanes[LANE];
  if (resting !== null && !isTurn(run, useCalmRun.getState())) return;
  if (resting !== null) clearTimeout(resting);
  catchUp();
});
