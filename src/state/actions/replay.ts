/** Acts of the attention over time: its maps and curves, and the replay that walks along the kept updates. */
import { pickEvenly } from "../../engine/results/mapFilm";
import type { LaneId } from "../../workers/protocol";
import { showOf } from "../slices/comparison";
import { LANE } from "../slices/lane";
import type { RunState } from "../slices/run";
import type { Curves } from "../slices/view";
import { laneOf, setView, useApp } from "../store";
import { askLane } from "./ask";
import { movePlayhead } from "./showing";

/** The most maps in the film. */
const MAPS = 8;

export const showCurves = (curves: Curves): void => setView({ curves });

/** The updates whose maps the film shows. */
function filmSteps({ snapshots }: Pick<RunState, "snapshots">): readonly number[] {
  return pickEvenly(snapshots, MAPS);
}

/** Asks the worker for the maps of the example on the stage of a lane at its kept updates. */
export function readMaps(lane: LaneId): void {
  const { info, snapshots } = laneOf(lane).run;
  if (info === null) return;
  const show = showOf(useApp.getState(), lane);
  askLane(lane, { type: "maps", runId: info.runId, show, steps: filmSteps({ snapshots }) });
}

/** Starts or stops the replay. From the present it starts at the first kept update. */
export function playReplay(isOn: boolean): void {
  setView({ replaying: isOn });
  if (isOn && useApp.getState().view.playhead === null) toSnapshot(0);
}

/** Moves the playhead to the next kept update; after the last one it is back at the present, and the replay ends. */
export function replayOn(): void {
  const { playhead } = useApp.getState().view;
  const { snapshots } = laneOf(LANE).run;
  const next = snapshots.findIndex((step) => playhead !== null && step > playhead);
  toSnapshot(next < 0 && playhead === null ? 0 : next);
}

/** @param index of a snapshot; without one, and at the newest weights, the playhead is at the present */
function toSnapshot(index: number): void {
  const { snapshots, step: now } = laneOf(LANE).run;
  const step = snapshots[index];
  const isPast = step !== undefined && step < now;
  movePlayhead(isPast ? { step } : "present");
  if (!isPast) setView({ replaying: false });
}
