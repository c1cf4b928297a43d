/** Writes a run into a model file, and opens a model file. */
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
 * A file with the run's current weights, and a name for it.
 * @throws ModelFileError where the app could not open the file again
 */
export function writeRunFile({ config, model }: Run): {
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
 * Reads a model and finds the task it was trained on.
 * @param ownPairs the task of the user's own pairs; null where none are in use
 * @throws ModelFileError where the file is not a model of this app, or its task is not available
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

/** A weight belongs to the id of a token, so both vocabularies need the same tokens in the same order. */
function checkTokens(
  side: "source" | "target",
  saved: readonly string[],
  present: readonly string[],
): void {
  const isSame = saved.length === present.length && saved.every((text, id) => text === present[id]);
  if (!isSame) throw new ModelFileError({ kind: "otherVocabulary", side });
}
