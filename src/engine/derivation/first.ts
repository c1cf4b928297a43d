/** The decoder's first state, written out where a bridge makes it from both directions of the encoder. */
import { isBidirectional } from "../setup/modelShape";
import { keySubject } from "./attention";
import { type Given, operand, parameter, shareOf } from "./operands";
import { type Quantity, sum } from "./quantity";

/** One unit of s(0). Null: a unidirectional encoder passes its last state on. */
export function firstStateOf(g: Given, unit: number): Quantity | null {
  const { shape, source } = g.trace;
  if (!isBidirectional(shape)) return null;
  const { hiddenSize: H } = shape;
  const name = "encoder.bridge.weight";
  const last = {
    ...operand(g, keySubject(g.trace, source.length - 1)),
    part: { from: 0, count: H },
  };
  const first = { ...operand(g, keySubject(g.trace, 0)), part: { from: H, count: H } };
  return sum([
    shareOf(g, "forward", { name, column: unit }, last),
    shareOf(g, "backward", { name, column: unit, from: H }, first),
    parameter(g, "encoder.bridge.bias", 0, unit),
  ]);
}
