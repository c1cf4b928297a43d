/** Pauses training while the tab is hidden and resumes it after that, if the student has chosen so. */
import type { RunState } from "../slices/run";
import { pause, resumeTraining } from "../actions/training";
import { laneOf, setRun, useApp } from "../store";
import type { LaneId } from "../../workers/protocol";

/** Reacts when the tab becomes hidden or visible. */
export function changeVisibility(isHidden: boolean): void {
  if (isHidden) hide();
  else comeBack();
}

function hide(): void {
  const training = lanesWith(({ status }) => status === "training");
  if (!useApp.getState().view.pausesHidden || training.length === 0) return;
  pause();
  setHiddenTab(training, "paused");
}

function comeBack(): void {
  const paused = lanesWith(({ hiddenTab }) => hiddenTab === "paused");
  setHiddenTab(paused, null);
  // Training may have ended for another reason before the worker got the pause.
  const resumed = paused.filter((lane) => {
    const { status, stopReason } = laneOf(lane).run;
    return status === "training" || stopReason === "paused";
  });
  setHiddenTab(resumed, "resumed");
  if (resumed.length > 0) resumeTraining();
}

function lanesWith(isWanted: (run: RunState) => boolean): readonly LaneId[] {
  const lanes = Object.keys(useApp.getState().lanes) as LaneId[];
  return lanes.filter((lane) => isWanted(laneOf(lane).run));
}

function setHiddenTab(lanes: readonly LaneId[], hiddenTab: RunState["hiddenTab"]): void {
  for (const lane of lanes) setRun(lane, { hiddenTab });
}
