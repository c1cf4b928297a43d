/** The weights from which a new worker restores the run of a lane. */
import { needsFreshModel } from "../../engine/setup/config";
import type { Lane } from "../slices/lane";

/**
 * A trained run is kept on the device. A fresh run at step 0 is not kept, but its seed gives the same weights again.
 */
export function weightsToRestart({ run, config }: Lane): "kept" | "fresh" {
  const { info, step, failure } = run;
  const isNew = info?.weights === "fresh" && step === 0 && !needsFreshModel(info.config, config);
  const replacesShipped = failure?.kind === "bakedMissing"; // the new worker may be able to load the shipped model
  return isNew && !replacesShipped ? "fresh" : "kept";
}
