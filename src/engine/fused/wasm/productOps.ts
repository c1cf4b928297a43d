/** Matrix products. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import { expectShape, rowStep } from "../plain/storage";
import { type Machine, run } from "./machine";

const PANEL_COLS = 8; // columns of the right-hand side that the kernel packs together
const LEAST_ROWS = 9; // from which packing is faster

export function productOps(machine: Machine): Pick<Ops, "product" | "outerProduct"> {
  return {
    product: (a, b, plus, also) =>
      product(machine, a, b, plus && also ? sum(machine, plus, also) : (plus ?? also)),
    outerProduct: (a, b) => outerProduct(machine, a, b),
  };
}

/** a b + plus. [N, I] [I, O] -> [N, O] */
function product(machine: Machine, a: Matrix, b: Matrix, plus?: Matrix): Matrix {
  expectShape("product", b, a.cols, b.cols);
  const y = machine.memory.dense(a.rows, b.cols);
  const start = plus ? { ...plus, stride: rowStep("product", plus, y.rows, y.cols) } : null;
  multiply(machine, [a, b, start], y);
  return y;
}

/** a + b, from which a product may start: its kernel cannot add to a matrix in place. [N, O] each */
function sum({ kernels, memory }: Machine, a: Matrix, b: Matrix): Matrix {
  expectShape("product", b, a.rows, a.cols);
  const y = memory.dense(a.rows, a.cols);
  run(kernels.add, [a, b], [y.offset, a.rows, a.cols]);
  return y;
}

/** a' b. Transposing first is cheap, and then both are read along their rows. [N, I] [N, O] -> [I, O] */
function outerProduct(machine: Machine, a: Matrix, b: Matrix): Matrix {
  const { kernels, memory } = machine;
  expectShape("outerProduct", b, a.rows, b.cols);
  const y = memory.dense(a.cols, b.cols);
  memory.scope(() => {
    const transposed = memory.dense(a.cols, a.rows);
    run(kernels.transpose, [a], [transposed.offset, a.rows, a.cols]);
    multiply(machine, [transposed, b, null], y);
  });
  return y;
}

/** y = a b + start */
function multiply({ kernels, memory }: Machine, operands: Operands, y: Matrix): void {
  const inner = operands[0].cols;
  const sizes = [y.offset, y.rows, inner, y.cols];
  if (y.rows < LEAST_ROWS) return run(kernels.productOfFew, operands, sizes);
  memory.scope(() => {
    const panel = memory.dense(inner, PANEL_COLS);
    run(kernels.product, operands, [...sizes, panel.offset]);
  });
}

type Operands = readonly [a: Matrix, b: Matrix, start: Matrix | null];
