/** W of the general score: a full matrix that maps keys of any size. */
import { linear } from "../../setup/learnedParameter";
import type { ScoreParameters } from "../score";

export const general: ScoreParameters<"general"> = {
  needsEqualSizes: false,
  learned: ({ H, K }) => ({ "attention.key.weight": { symbol: "W", ...linear([K, H]) } }),
};
