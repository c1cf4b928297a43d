/** The shape of the model that the set-up asks for, before any worker has made it. */
import { type ModelShape, modelShape } from "../../engine/setup/modelShape";
import { useLane } from "../useLane";

/** Null while the sizes of the chosen task's vocabularies are not known: they come with its first run. */
export function useModelShape(): ModelShape | null {
  const config = useLane((lane) => lane.config);
  const info = useLane((lane) => lane.run.info);
  if (info === null || info.config.task !== config.task) return null;
  return modelShape(config, info.sourceTokens, info.targetTokens);
}
