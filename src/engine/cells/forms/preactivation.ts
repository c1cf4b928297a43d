/** The sum under a gate's activation, written out: the terms from the input and from the state. */
import { apply, type FunctionName, type Quantity, sum } from "../../derivation/quantity";
import type { CellOperands } from "../cell";

export function activated(
  activation: FunctionName,
  block: number,
): (operands: CellOperands) => Quantity {
  return ({ input, recurrent }) => apply(activation, sum([...input(block), ...recurrent(block)]));
}
