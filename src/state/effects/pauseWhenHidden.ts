/** Pauses training while the tab is hidden and resumes it after that, if the student has chosen so. */
import { LANE } from "../slices/lane";
import type { RunState } from "../slices/run";
import { pause, resumeTraining } from "../actions/training";
import { laneOf, setRun, useApp } from "../store";

/** Reacts when the tab becomes hidden or visible. */
export function changeVisibility(isHidden: boolean): void {
  const { view } = useApp.getState();
  const { run } = laneOf(LANE);
  if (isHidden) {
    if (!view.pausesHidden || run.status !== "training") return;
    pause();
    return setHiddenTab("paused");
  }
  if (run.hiddenTab !== "paused") return;
  // Training may have ended for another reason before the worker got the pause.
  const isToResume = run.status === "training" || run.stopReason === "paused";
  setHiddenTab(isToResume ? "resumed" : null);
  if (isToResume) resumeTraining();
}

function setHiddenTab(hiddenTab: RunState["hiddenTab"]): void {
  setRun(LANE, { hiddenTab });
}
