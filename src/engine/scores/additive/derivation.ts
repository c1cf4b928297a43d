/** The additive score written out: sum_i v_i tanh(a_i) with a = W q + U k. */
import { apply, product, sum } from "../../derivation/quantity";
import { sumOverUnits } from "../../derivation/units";
import type { ScoreDerivation } from "../score";

export const additive: ScoreDerivation = {
  score: ({ size, parameter, inner }) =>
    sumOverUnits(size, (i) =>
      product([parameter("attention.v.weight", i, 0), apply("tanh", inner(i))]),
    ),
  inner: ({ share }, i) =>
    sum([share("query", "attention.query.weight", i), share("key", "attention.key.weight", i)]),
};
