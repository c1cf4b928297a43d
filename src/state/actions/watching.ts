/** How training is shown: its speed, and the rows of the traces meanwhile. */
import type { Pace, TrainingView } from "../../engine/setup/trainingView";
import { useApp } from "../store";
import { ask } from "./ask";

/** Changes the speed of training, also while the model trains. */
export const setPace = (pace: Pace): void => watchTraining({ pace });

export function watchTraining(change: Partial<TrainingView>): void {
  const training = { ...useApp.getState().view.training, ...change };
  ask({ type: "watchTraining", view: training }, ({ view }) => ({
    view: { ...view, training },
  }));
}
