/** The presets whose models are recurrent: the others have no derivation, no PyTorch program and no shipped model. */
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { PRESET_NAMES, withPreset } from "../engine/setup/presets";

export const RECURRENT_PRESETS = PRESET_NAMES.filter(
  (name) => withPreset(DEFAULT_CONFIG, name).network === "recurrent",
);
