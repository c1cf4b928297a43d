/** The concat score written out: sum_i v_i tanh(a_i) with a = W_a [q; k]. The key's rows follow the query's. */
import { sum } from "../../derivation/quantity";
import { additive } from "../additive/derivation";
import type { ScoreDerivation } from "../score";

export const concat: ScoreDerivation = {
  score: additive.score,
  inner: ({ size, share }, i) =>
    sum([
      share("query", "attention.concat.weight", i),
      share("key", "attention.concat.weight", i, size),
    ]),
};
