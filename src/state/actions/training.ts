/** Training and evaluation of the lane's run. */
import type { Pace, TrainingView } from "../../engine/setup/trainingView";
import { setRun, useApp } from "../store";
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

/** Puts the weights of the run's best evaluation on the stage, in a run of their own. Undo brings the present ones back. */
export const restoreBest = (): void => ask({ type: "useBest" });

/** Changes the speed of training, also while the model trains. */
export const setPace = (pace: Pace): void => watchTraining({ pace });

export function watchTraining(change: Partial<TrainingView>): void {
  const training = { ...useApp.getState().view.training, ...change };
  ask({ type: "watchTraining", view: training }, ({ view }) => ({ view: { ...view, training } }));
}

/** Starts the full evaluation of the current model. */
export const evaluate = (): void => ask({ type: "evaluate" });
export const stopEvaluating = (): void => ask({ type: "stopEvaluating" });

export function dismissFailure(): void {
  setRun(LANE, { failure: null });
}
