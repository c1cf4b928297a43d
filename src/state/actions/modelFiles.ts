/** Saves the model into a file and opens one. */
import type { ModelFileState } from "../slices/modelFile";
import { useApp } from "../store";
import { ask } from "./ask";

function setModelFile(change: Partial<ModelFileState>): void {
  useApp.setState(({ modelFile }) => ({ modelFile: { ...modelFile, ...change } }));
}

/** Asks the worker to write the current model into a file. */
export function saveModel(): void {
  dismissOutcome();
  ask({ type: "saveModel" });
}

/** Asks the worker to open a file. The current model stays if the file holds no valid model. */
export function openModel(file: File): void {
  dismissOutcome();
  ask({ type: "openModel", file });
}

/** Drops the file's bytes after the browser has taken them. */
export const forgetDownload = (): void => setModelFile({ download: null });

export const dismissOutcome = (): void => setModelFile({ outcome: null });
