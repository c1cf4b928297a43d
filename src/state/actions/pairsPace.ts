/** Measures on this device how long an update on a user's own pairs takes, before the student uses them. */
import type { Config } from "../../engine/setup/config";
import type { TimedSizes } from "../../workers/protocol";
import { askToTime } from "../ports/measuringPort";
import { modelKey } from "../slices/backends";
import { LANE } from "../slices/lane";
import { laneOf, setPairs, useApp } from "../store";

let end: (() => void) | null = null;

/**
 * Times an update with these settings on the backend in use, unless that is known already. While something trains or
 * before the engine has started, nothing is timed.
 * @param sizes of the pairs; null: end the timing that goes on
 */
export function timePairs(config: Config, sizes: TimedSizes | null): void {
  const { status, backend } = laneOf(LANE).run;
  const key = modelKey({ ...config, task: "pairs" }, sizes);
  const { pace } = useApp.getState().pairs;
  if (key !== null && pace?.key === key && (pace.milliseconds !== null || end !== null)) return;
  end?.();
  end = null;
  if (key === null || sizes === null || backend === null || status !== "idle")
    return setPairs({ pace: null });
  const isWanted = (): boolean => useApp.getState().pairs.pace?.key === key;
  setPairs({ pace: { key, milliseconds: null } });
  const command = {
    type: "time",
    config: { ...config, task: "pairs" },
    sizes,
    backends: [backend.name],
    skip: [],
  } as const;
  end = askToTime(command, (event) => {
    if (event.type === "timedAll") {
      end?.();
      end = null;
    } else if (isWanted() && event.time.kind === "timed")
      setPairs({ pace: { key, milliseconds: event.time.milliseconds } });
  });
}
