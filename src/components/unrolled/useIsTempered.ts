import { useLane } from "../useLane";
import { temperatureOf } from "../../vis/facts/probability";

/** Whether the tokens on the stage were drawn at another temperature than 1, at which the stage's probabilities are. */
export function useIsTempered(): boolean {
  return useLane(({ run }) => run.trace !== null && temperatureOf(run.trace) !== 1);
}
