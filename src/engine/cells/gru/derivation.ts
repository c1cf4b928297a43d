/** A unit of the GRU written out: n = tanh(W x + b + r (W h + b)), h' = (1 - z) n + z h. */
import { apply, product, sum } from "../../derivation/quantity";
import type { CellDerivation } from "../cell";
import { activated } from "../forms/preactivation";

export const gru: CellDerivation = {
  gates: {
    reset: activated("sigmoid", 0),
    update: activated("sigmoid", 1),
    candidate: ({ input, recurrent, gate }) => {
      const kept = sum(recurrent(2), { kind: "share", share: "recurrent" });
      return apply("tanh", sum([...input(2), product([gate("reset"), kept])]));
    },
  },
  state: ({ gate, before }) =>
    sum([
      product([apply("complement", gate("update")), gate("candidate")]),
      product([gate("update"), before]),
    ]),
  memory: null,
};
