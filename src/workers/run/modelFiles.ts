/** A run to a model file, and a model file to what a run is made of. */
import {
  modelFileName,
  readModelFile,
  type SavedModel,
  writeModelFile,
} from "../../engine/files/modelFile";
import { ModelFileError } from "../../engine/files/modelProblem";
import { FILE_LIMIT } from "../../engine/files/safetensors";
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Run } from "./run";

/**
 * The run's model with its present weights, and a name for the file.
 * @throws ModelFileError where the file could not be opened again
 */
export function saveRun({ config, model }: Run): {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const { task, steps } = model;
  const bytes = writeModelFile({
    config,
    sourceTokens: task.sourceVocabulary.tokens,
    targetTokens: task.targetVocabulary.tokens,
    steps,
    parameters: model.predictor.readParameters(),
  });
  return { fileName: modelFileName(config, steps), bytes };
}

/**
 * Reads a model and finds the task that it learned.
 * @param ownPairs the task of somebody's own pairs, where some are in use
 * @throws ModelFileError where the file is no such model, or where its task is not here
 */
export async function openModel(
  file: Blob,
  ownPairs: Task | null,
): Promise<{ readonly task: Task; readonly saved: SavedModel }> {
  if (file.size > FILE_LIMIT) throw new ModelFileError({ kind: "tooLarge", limit: FILE_LIMIT });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) throw new ModelFileError({ kind: "unreadable" });
  const saved = readModelFile(new Uint8Array(bytes));
  const task = taskOf(saved.config, ownPairs);
  if (!task) throw new ModelFileError({ kind: "needsPairs" });
  checkTokens("source", saved.sourceTokens, task.sourceVocabulary.tokens);
  checkTokens("target", saved.targetTokens, task.targetVocabulary.tokens);
  return { task, saved };
}

/** A weight belongs to the id of a token, so the vocabularies must be the same to the letter and in the same order. */
function checkTokens(
  side: "source" | "target",
  saved: readonly string[],
  present: readonly string[],
): void {
  const isSame = saved.length === present.length && saved.every((text, id) => text === present[id]);
  if (!isSame) throw new ModelFileError({ kind: "otherVocabulary", side });
}
