/** Elementwise vector operations of the cells, in plain arrays. */
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

/** The sum of a block's two terms, from the input and from the state. */
export function sum(input: Blocks, recurrent: Blocks, block: number): Vector {
  return plus(input(block), recurrent(block));
}
