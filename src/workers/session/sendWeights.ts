/** Sends the page the weights of a run: those that decode, to write out every number of a step, or a model file. */
import type { WeightsOf } from "../../engine/show";
import type { RequestId } from "../protocol";
import { writeRunFile } from "../run/modelFiles";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import type { SessionPorts } from "./session";

/** A copy of the current weights, or of the snapshot nearest to an earlier step. */
async function copyOf({ model, snapshots }: Run, weightsOf: WeightsOf): Promise<Snapshot> {
  const past = weightsOf === "present" ? null : snapshots.nearest(weightsOf.step);
  if (past) return { step: past.step, parameters: past.parameters.slice() };
  const { steps: step } = model; // while it reads, the model may train on
  return { step, parameters: await model.predictor.readParameters() };
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

/** @param run null: the first model could not be made; the page has that failure already */
export async function sendParameters(
  run: Run | null,
  requestId: RequestId,
  weightsOf: WeightsOf,
  post: SessionPorts["post"],
): Promise<void> {
  if (!run) return;
  const { step, parameters: values } = await copyOf(run, weightsOf);
  post({ type: "parameters", runId: run.id, requestId, step, values }, [
    values.buffer as ArrayBuffer,
  ]);
}
