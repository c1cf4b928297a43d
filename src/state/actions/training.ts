/** Training and evaluation of the lane's run. */
import { setRun } from "../store";
import { ask } from "./ask";
import { LANE } from "../slices/lane";

export const train = (): void => ask({ type: "train" });
export const pause = (): void => ask({ type: "pause" });
export const trainOneStep = (): void => ask({ type: "trainOneStep" });
export const resetModel = (): void => ask({ type: "reset" });

/** Returns to the run that the current one replaced. The settings follow it. */
export const undo = (): void => ask({ type: "undo" });
/** Returns to the run that the last undo left. */
export const redo = (): void => ask({ type: "redo" });

/** Starts the full evaluation of the current model. */
export const evaluate = (): void => ask({ type: "evaluate" });
export const stopEvaluating = (): void => ask({ type: "stopEvaluating" });

export function dismissFailure(): void {
  setRun(LANE, { failure: null });
}
