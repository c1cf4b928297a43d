/** W, U and v of the additive score. */
import { linear } from "../../setup/learnedParameter";
import type { ScoreParameters } from "../score";

export const additive: ScoreParameters<"additive"> = {
  needsEqualSizes: false,
  learned: ({ H, K }) => ({
    "attention.query.weight": { symbol: "W", ...linear([H, H]) },
    "attention.key.weight": { symbol: "U", ...linear([K, H]) },
    "attention.v.weight": { symbol: "v", ...linear([H, 1]) },
  }),
};
