/** How training is shown: its speed, and the rows of the traces meanwhile. */
import type { Pace, TrainingView } from "../../engine/setup/trainingView";
import { useApp } from "../store";
import { ask } from "./ask";

/** Changes the speed of training, also while the model trains. */
export function setPace(pace: Pace): void {
  const { training, fastPace } = useApp.getState().view;
  const left = pace === "slowly" ? training.pace : pace;
  watchTraining({ pace }, left === "slowly" ? fastPace : left);
}

/** @param fastPace the speed that slow training leaves, and returns to */
export function watchTraining(
  change: Partial<TrainingView>,
  fastPace = useApp.getState().view.fastPace,
): void {
  const training = { ...useApp.getState().view.training, ...change };
  ask({ type: "watchTraining", view: training }, ({ view }) => ({
    view: { ...view, training, fastPace },
  }));
}
