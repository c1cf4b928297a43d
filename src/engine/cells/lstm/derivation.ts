/** A unit of the LSTM written out: c' = f c + i g, h' = o tanh(c'). */
import { apply, product, sum } from "../../derivation/quantity";
import type { CellDerivation } from "../cell";
import { activated } from "../forms/preactivation";

export const lstm: CellDerivation = {
  gates: {
    input: activated("sigmoid", 0),
    forget: activated("sigmoid", 1),
    candidate: activated("tanh", 2),
    output: activated("sigmoid", 3),
  },
  memory: ({ gate, memoryBefore }) =>
    sum([product([gate("forget"), memoryBefore()]), product([gate("input"), gate("candidate")])]),
  state: ({ gate, memoryAfter }) => product([gate("output"), apply("tanh", memoryAfter())]),
};
