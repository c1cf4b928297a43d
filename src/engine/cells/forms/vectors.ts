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

/** The gradient before a tanh, of its value y and the gradient after it: d (1 - y^2) */
export function throughTanh(d: Vector, y: Vector): Vector {
  return d.map((x, i) => x * (1 - at(y, i) ** 2));
}

/** The gradient before a sigmoid, of its value y and the gradient after it: d y (1 - y) */
export function throughSigmoid(d: Vector, y: Vector): Vector {
  return d.map((x, i) => x * at(y, i) * (1 - at(y, i)));
}

/** The sum of a block's two terms, from the input and from the state. */
export function sum(input: Blocks, recurrent: Blocks, block: number): Vector {
  return plus(input(block), recurrent(block));
}
