/** W of the general score: it is full and may map from any width. */
import { linear } from "../../setup/parameter";
import type { ScoreParameters } from "../score";

export const general: ScoreParameters<"general"> = {
  needsEqualSizes: false,
  learned: ({ H, K }) => ({ "attention.key.weight": { symbol: "W", ...linear([K, H]) } }),
};
