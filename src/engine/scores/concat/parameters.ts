/** W_a = [W U] and v of the concat score. */
import { linear } from "../../setup/learnedParameter";
import type { ScoreParameters } from "../score";

export const concat: ScoreParameters<"concat"> = {
  needsEqualSizes: false,
  learned: ({ H, K }) => ({
    "attention.concat.weight": { symbol: "W_a", ...linear([H + K, H]) },
    "attention.v.weight": { symbol: "v", ...linear([H, 1]) },
  }),
};
