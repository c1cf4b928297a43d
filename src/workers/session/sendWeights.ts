/** Sends the page the weights of a run: those that decode, to write out every number of a step, or a model file. */
import { isAllFinite } from "../../engine/results/finite";
import type { RequestId } from "../protocol";
import { writeRunFile } from "../run/modelFiles";
import { copyOfWeights, type Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import type { SessionPorts } from "./session";

/** A copy of the current weights, or of earlier ones. */
async function copyOf(run: Run, past: Snapshot | null): Promise<Snapshot> {
  if (past) return { step: past.step, parameters: past.parameters.slice() };
  return copyOfWeights(run);
}

/** @param run null: there is none to save */
export async function sendFile(
  run: Run | null,
  requestId: RequestId,
  post: SessionPorts["post"],
): Promise<void> {
  if (!run) return;
  const saved = await writeRunFile(run);
  post({ type: "modelSaved", requestId, ...saved }, [saved.bytes.buffer]);
}

/**
 * @param run null: the first model could not be made; the page has that failure already
 * @param pastOf the earlier weights of the run; null: the current ones
 */
export async function sendParameters(
  run: Run | null,
  requestId: RequestId,
  pastOf: (run: Run) => Snapshot | null,
  post: SessionPorts["post"],
): Promise<void> {
  if (!run) return;
  const { step, parameters: values } = await copyOf(run, pastOf(run));
  if (!isAllFinite(values)) return; // the page shows an earlier update, and asks for its weights
  post({ type: "parameters", runId: run.id, requestId, step, values }, [
    values.buffer as ArrayBuffer,
  ]);
}
