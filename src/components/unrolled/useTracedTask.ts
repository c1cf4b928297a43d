import type { TaskId } from "../../engine/tasks/task";
import { useApp } from "../../state/store";

/** The task of the trace on show: the run's, and before the worker is up that of the settings, as shipped traces are. */
export function useTracedTask(): TaskId {
  return useApp(({ run, config }) => run.info?.config.task ?? config.task);
}
