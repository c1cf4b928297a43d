/** The dot product written out: sum_i q_i k_i. */
import { product } from "../../derivation/quantity";
import { sumOverUnits } from "../../derivation/units";
import type { ScoreDerivation } from "../score";

export const dot: ScoreDerivation = {
  score: ({ size, q, k }) => sumOverUnits(size, (i) => product([q(i), k(i)])),
  inner: null,
};
