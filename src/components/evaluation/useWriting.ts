import { useLane } from "../useLane";
import type { Writing } from "../../vis/facts/sourceText";
import { useTracedTask } from "./useTracedTask";

/** How the sources of the run are written. */
export function useWriting(): Writing {
  const task = useTracedTask();
  const unit = useLane(({ run }) => run.info?.sourceUnit);
  return { task, unit };
}
