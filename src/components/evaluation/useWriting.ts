import { useLane } from "../useLane";
import type { Writing } from "../../vis/facts/sourceText";

/** How the task of the run writes its sources. */
export function useWriting(): Writing {
  const task = useLane(({ run, config }) => run.info?.config.task ?? config.task);
  const unit = useLane(({ run }) => run.info?.sourceUnit ?? "character");
  return { task, unit };
}
