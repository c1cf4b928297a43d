/** Training that pauses while the tab is hidden, where the student has asked for it, and goes on when it is seen again. */
import { pause, train, useApp } from "../store";
import { remember } from "../ports/preferences";

export function setPausesHidden(pausesHidden: boolean): void {
  remember("pausesHidden", String(pausesHidden));
  useApp.setState(({ view }) => ({ view: { ...view, pausesHidden } }));
}

/** The tab has been hidden or is seen again. */
export function changeVisibility(isHidden: boolean): void {
  const { run, view } = useApp.getState();
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
  useApp.setState(({ run }) => ({ run: { ...run, away } }));
}
