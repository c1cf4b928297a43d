/** The shape of the model that the set-up describes, before any worker has created it. */
import { type ModelShape, modelShape } from "../../engine/setup/modelShape";
import { useLane } from "../useLane";

/** Null until the first run of the chosen task reports the sizes of its vocabularies. */
export function useModelShape(): ModelShape | null {
  const config = useLane((lane) => lane.config);
  const info = useLane((lane) => lane.run.info);
  if (info === null || info.config.task !== config.task) return null;
  return modelShape(config, info.sourceTokens, info.targetTokens);
}
