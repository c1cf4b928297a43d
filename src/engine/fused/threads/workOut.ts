/** What a peer does with its share of a step. */
import type { ModelShape } from "../../setup/modelShape";
import type { TrainingExample } from "../../training/learner";
import { gradientAlone } from "../exampleGradient";
import type { Ops } from "../ops";
import type { ShareResult } from "./team";

/**
 * Works out a share from nothing but what it is given.
 * @param parameters [P]
 */
export function workOutShare(
  ops: Ops,
  shape: ModelShape,
  parameters: Float32Array,
  share: TrainingExample,
): ShareResult {
  return ops.scope(() => {
    const model = { ops, shape, parameters: ops.matrix(parameters, 1, parameters.length) };
    const { loss, gradient } = gradientAlone(model, share);
    return { loss: ops.read(loss)[0] ?? Number.NaN, gradient: ops.read(gradient) };
  });
}
