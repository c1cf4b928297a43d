/** What the cells do with vectors in plain arrays, element by element. */
import { at, minus, plus, type Vector } from "../../reference/linearAlgebra";
import type { Blocks } from "../cell";

export function times(a: Vector, b: Vector): Vector {
  return a.map((x, i) => x * at(b, i));
}

/** 1 - a */
export function oneMinus(a: Vector): Vector {
  return minus(
    a.map(() => 1),
    a,
  );
}

/** The two shares of a block, from the input and from the state, added. */
export function sum(input: Blocks, recurrent: Blocks, block: number): Vector {
  return plus(input(block), recurrent(block));
}
