/** The diagonal score written out: sum_i q_i d_i k_i. */
import { product } from "../../derivation/quantity";
import { sumOverUnits } from "../../derivation/units";
import type { ScoreDerivation } from "../score";

export const diagonal: ScoreDerivation = {
  score: ({ size, q, k, parameter }) =>
    sumOverUnits(size, (i) => product([q(i), parameter("attention.diagonal", 0, i), k(i)])),
  inner: null,
};
