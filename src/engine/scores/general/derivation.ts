/** The general score written out: sum_i q_i a_i with a = W k. */
import { product, sum } from "../../derivation/quantity";
import { sumOverUnits } from "../../derivation/units";
import type { ScoreDerivation } from "../score";

export const general: ScoreDerivation = {
  score: ({ size, q, inner }) => sumOverUnits(size, (i) => product([q(i), inner(i)])),
  inner: ({ products }, i) => sum(products("key", "attention.key.weight", i)),
};
