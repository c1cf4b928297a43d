/** Sends the page the weights that decode, so that it can write out every number of a step. */
import type { WeightsOf } from "../../engine/show";
import type { RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import type { SessionPorts } from "./session";

/** A copy of the current weights, or of the snapshot nearest to an earlier step. */
function copyOf({ model, snapshots }: Run, weightsOf: WeightsOf): Snapshot {
  const past = weightsOf === "present" ? null : snapshots.nearest(weightsOf.step);
  return past
    ? { step: past.step, parameters: past.parameters.slice() }
    : { step: model.steps, parameters: model.predictor.readParameters() };
}

/** @param run null: the first model could not be made; the page has that failure already */
export function sendParameters(
  run: Run | null,
  requestId: RequestId,
  weightsOf: WeightsOf,
  post: SessionPorts["post"],
): void {
  if (!run) return;
  const { step, parameters: values } = copyOf(run, weightsOf);
  post({ type: "parameters", runId: run.id, requestId, step, values }, [
    values.buffer as ArrayBuffer,
  ]);
}
