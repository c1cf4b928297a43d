/** A peer's part of a training step. */
import type { ModelShape } from "../../setup/modelShape";
import type { TrainingExample } from "../../training/learner";
import { gradientAlone } from "../exampleGradient";
import type { HostOps } from "../ops";
import type { ShareResult } from "./team";

/**
 * Computes the loss and the gradient of a share; it has no other state.
 * @param parameters [P]
 */
export function computeShare(
  ops: HostOps,
  shape: ModelShape,
  parameters: Float32Array,
  share: TrainingExample,
): ShareResult {
  return ops.scope(() => {
    const model = { ops, shape, parameters: ops.matrix(parameters, 1, parameters.length) };
    const { loss, gradient } = gradientAlone(model, share);
    return { loss: ops.readNow(loss)[0] ?? Number.NaN, gradient: ops.readNow(gradient) };
  });
}
