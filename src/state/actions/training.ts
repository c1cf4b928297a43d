/** Training and evaluation of the lane's run. */
import { isPlayheadOfB } from "../slices/view";
import { setRun, setView, useApp } from "../store";
import { ask } from "./ask";
import { LANE } from "../slices/lane";
import { lookBack } from "./showing";

/** Trains on after a pause, whatever update is on the stage. */
export const resumeTraining = (): void => ask({ type: "train" });

/**
 * The stage returns to the present before training, unless the playhead is that of lane B. A walk ends at once: else it
 * would come back for the moment until the update, and take the focus with it.
 */
function showPresent(): void {
  setView({ walk: null });
  if (!isPlayheadOfB(useApp.getState().view)) lookBack("present");
}

/** Trains in sight of the student. */
export function train(): void {
  showPresent();
  resumeTraining();
}

export const pause = (): void => ask({ type: "pause" });

/** Makes one update in sight of the student. */
export function trainOneStep(): void {
  showPresent();
  ask({ type: "trainOneStep" });
}

export const resetModel = (): void => ask({ type: "reset" });

/** Returns to the run that the current one replaced. The settings follow it. */
export const undo = (): void => ask({ type: "undo" });
/** Returns to the run that the last undo left. */
export const redo = (): void => ask({ type: "redo" });

/** Puts the weights of the run's best evaluation on the stage, in a run of their own. Undo brings the present ones back. */
export const restoreBest = (): void => ask({ type: "useBest" });

/** Starts the full evaluation of the current model. */
export const evaluate = (): void => ask({ type: "evaluate" });
export const stopEvaluating = (): void => ask({ type: "stopEvaluating" });

export function dismissFailure(): void {
  setRun(LANE, { failure: null });
}
