import type { TaskId } from "../../engine/tasks/task";
import { useLane } from "../useLane";

/** The task of the trace on show: the run's, and before the worker is up that of the settings, as shipped traces are. */
export function useTracedTask(): TaskId {
  return useLane(({ run, config }) => run.info?.config.task ?? config.task);
}
