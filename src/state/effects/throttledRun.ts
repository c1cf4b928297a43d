/** A lane's run at a pace that eyes can follow: a mirror of it that changes a few times a second while losses stream in. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { LaneId } from "../../workers/protocol";
import type { RunState } from "../slices/run";
import { laneOf, useApp } from "../store";

const PACE_MS = 200;

type Mirror = StoreApi<RunState>;

const mirrors = new Map<LaneId, Mirror>();

/** The mirror of a lane's run. Whatever is not a stream is in it at once. */
export function throttledRun(lane: LaneId): Mirror {
  const mirror = mirrors.get(lane) ?? createMirror(lane);
  mirrors.set(lane, mirror);
  return mirror;
}

function createMirror(lane: LaneId): Mirror {
  const mirror = createStore<RunState>()(() => laneOf(lane).run);
  let resting: ReturnType<typeof setTimeout> | null = null;

  function catchUp(): void {
    resting = null;
    const { run } = laneOf(lane);
    if (run === mirror.getState()) return;
    mirror.setState(run, true);
    resting = setTimeout(catchUp, PACE_MS);
  }

  useApp.subscribe(({ lanes }) => {
    const run = lanes[lane]?.run;
    if (run === undefined || (resting !== null && !isTurn(run, mirror.getState()))) return;
    if (resting !== null) clearTimeout(resting);
    catchUp();
  });
  return mirror;
}

/** Whether more changed than a stream of losses, evaluations and traces. */
function isTurn(run: RunState, shown: RunState): boolean {
  const keys = ["status", "info", "backend", "failure", "stopReason"] as const;
  return keys.some((key) => run[key] !== shown[key]);
}
