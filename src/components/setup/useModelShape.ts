/** The shape of the model that the set-up asks for, before any worker has made it. */
import { type ModelShape, modelShape } from "../../engine/setup/modelShape";
import { useApp } from "../../state/store";

/** Null while the sizes of the chosen task's vocabularies are not known: they come with its first run. */
export function useModelShape(): ModelShape | null {
  const config = useApp((state) => state.config);
  const info = useApp((state) => state.run.info);
  if (info === null || info.config.task !== config.task) return null;
  return modelShape(config, info.sourceTokens, info.targetTokens);
}
