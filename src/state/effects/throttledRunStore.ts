/** A copy of a lane's run that changes only a few times a second while losses arrive, so that figures redraw rarely. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { LaneId } from "../../workers/protocol";
import type { RunState } from "../slices/run";
import { laneOf, useApp } from "../store";

const PACE_MS = 200;

type Mirror = StoreApi<RunState>;

const mirrors = new Map<LaneId, Mirror>();

/** The throttled copy of a lane's run. Changes other than losses, evaluations and traces reach it at once. */
export function throttledRunStore(lane: LaneId): Mirror {
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
    if (run === undefined || (resting !== null && !isMoreThanProgress(run, mirror.getState())))
      return;
    if (resting !== null) clearTimeout(resting);
    catchUp();
  });
  return mirror;
}

/** Whether more has changed than losses, evaluations and traces. */
function isMoreThanProgress(run: RunState, shown: RunState): boolean {
  const keys = ["status", "info", "backend", "failure", "stopReason"] as const;
  return keys.some((key) => run[key] !== shown[key]);
}
