import { useLane } from "../useLane";
import type { Writing } from "../../vis/facts/sourceText";

/** How the sources of the run are written. */
export function useWriting(): Writing {
  const task = useLane(({ run, config }) => run.info?.config.task ?? config.task);
  const unit = useLane(({ run }) => run.info?.sourceUnit ?? "character");
  return { task, unit };
}
