/** The model's way to a file and back. */
import type { ModelFileState } from "../slices/modelFile";
import { useApp } from "../store";
import { ask } from "./ask";

function setModelFile(change: Partial<ModelFileState>): void {
  useApp.setState(({ modelFile }) => ({ modelFile: { ...modelFile, ...change } }));
}

/** Has the present model written into a file. */
export function saveModel(): void {
  dismissOutcome();
  ask({ type: "saveModel" });
}

/** Has a file read; the present model stays unless it is one. */
export function openModel(file: File): void {
  dismissOutcome();
  ask({ type: "openModel", file });
}

/** The browser has the file now. */
export const forgetDownload = (): void => setModelFile({ download: null });

export const dismissOutcome = (): void => setModelFile({ outcome: null });
