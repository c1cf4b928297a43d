/** Training that pauses while the tab is hidden, where the student has asked for it, and goes on when it is seen again. */
import { LANE } from "../slices/lane";
import { pause, train } from "../actions/training";
import { laneOf, setRun, useApp } from "../store";

/** The tab has been hidden or is seen again. */
export function changeVisibility(isHidden: boolean): void {
  const { view } = useApp.getState();
  const { run } = laneOf(LANE);
  if (isHidden) {
    if (!view.pausesHidden || run.status !== "training") return;
    pause();
    return setAway("paused");
  }
  if (run.away !== "paused") return;
  // It may have ended of its own accord while the pause was on its way.
  const isToGoOn = run.status === "training" || run.stopReason === "paused";
  setAway(isToGoOn ? "back" : null);
  if (isToGoOn) train();
}

function setAway(away: "paused" | "back" | null): void {
  setRun(LANE, { away });
}
