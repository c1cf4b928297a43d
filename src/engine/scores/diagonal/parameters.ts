/** d of the diagonal score. */
import { vector } from "../../setup/learnedParameter";
import type { ScoreParameters } from "../score";

export const diagonal: ScoreParameters<"diagonal"> = {
  needsEqualSizes: true,
  learned: ({ H }) => ({ "attention.diagonal": { symbol: "d", ...vector(H, H) } }),
};
