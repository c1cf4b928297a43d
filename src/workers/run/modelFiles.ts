/** Writes a run into a model file, and opens a model file. */
import {
  modelFileName,
  readModelFile,
  type SavedModel,
  writeModelFile,
} from "../../engine/files/modelFile";
import { ModelFileError } from "../../engine/files/modelProblem";
import { FILE_LIMIT, type Precision } from "../../engine/files/safetensors";
import { createFileTask } from "../../engine/corpus/fileTask";
import { generatedTask } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Run } from "./run";

/**
 * A file with the run's weights of the call, and a name for it.
 * @throws ModelFileError where the app could not open the file again
 */
export async function writeRunFile(
  { config, model }: Run,
  precision: Precision = "F32",
): Promise<{
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}> {
  const { task, steps } = model;
  const parameters = await model.predictor.readParameters();
  const saved = {
    config,
    sourceTokens: task.sourceVocabulary.tokens,
    targetTokens: task.targetVocabulary.tokens,
    example: exampleOf(task),
    steps,
    parameters,
  };
  const bytes = writeModelFile(saved, precision);
  return { fileName: modelFileName(config, steps), bytes };
}

/** The source that a file of own pairs shows where they are not open. */
function exampleOf({ id, example, heldOutPairs }: Task): readonly string[] {
  return id === "pairs" ? (example ?? heldOutPairs?.[0]?.source ?? []) : [];
}

/**
 * Reads a model and finds the task it was trained on. Without the pairs of its user, the task decodes but has no pairs.
 * @param ownPairs the task of the user's own pairs; null where none are in use
 * @throws ModelFileError where the file is not a model of this app, or its vocabularies are not those of its task
 */
export async function openModel(
  file: Blob,
  ownPairs: Task | null,
): Promise<{ readonly task: Task; readonly saved: SavedModel }> {
  if (file.size > FILE_LIMIT) throw new ModelFileError({ kind: "tooLarge", limit: FILE_LIMIT });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) throw new ModelFileError({ kind: "unreadable" });
  const saved = readModelFile(new Uint8Array(bytes));
  if (saved.config.task === "pairs") return { task: ownTask(saved, ownPairs), saved };
  const task = generatedTask(saved.config.task, saved.config);
  checkTokens("source", saved.sourceTokens, task.sourceVocabulary.tokens);
  checkTokens("target", saved.targetTokens, task.targetVocabulary.tokens);
  return { task, saved };
}

/** The task of the open pairs if they gave the file its vocabularies. */
function ownTask(saved: SavedModel, ownPairs: Task | null): Task {
  const isOfThese =
    ownPairs !== null &&
    areSame(saved.sourceTokens, ownPairs.sourceVocabulary.tokens) &&
    areSame(saved.targetTokens, ownPairs.targetVocabulary.tokens);
  return isOfThese ? ownPairs : createFileTask(saved);
}

function areSame(saved: readonly string[], present: readonly string[]): boolean {
  return saved.length === present.length && saved.every((text, id) => text === present[id]);
}

/** A weight belongs to the id of a token, so both vocabularies need the same tokens in the same order. */
function checkTokens(
  side: "source" | "target",
  saved: readonly string[],
  present: readonly string[],
): void {
  if (!areSame(saved, present)) throw new ModelFileError({ kind: "otherVocabulary", side });
}
