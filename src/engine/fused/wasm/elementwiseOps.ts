/** Elementwise operations and column sums. */
import type { Ops } from "../ops";
import { expectShape, rowStep } from "../plain/storage";
import { type Machine, run } from "./machine";

type ElementwiseOps = Pick<Ops, "add" | "multiply" | "columnSums" | "tanh" | "tanhGradient">;

export function elementwiseOps({ kernels, memory }: Machine): ElementwiseOps {
  return {
    add: (a, b) => {
      expectShape("add", b, a.rows, a.cols);
      const y = memory.dense(a.rows, a.cols);
      run(kernels.add, [a, b], [y.offset, a.rows, a.cols]);
      return y;
    },
    multiply: (a, b) => {
      const stride = rowStep("multiply", b, a.rows, a.cols);
      const y = memory.dense(a.rows, a.cols);
      run(kernels.multiply, [a, { ...b, stride }], [y.offset, a.rows, a.cols]);
      return y;
    },
    columnSums: (m) => {
      const y = memory.dense(1, m.cols);
      run(kernels.columnSums, [m], [y.offset, m.rows, m.cols]);
      return y;
    },
    tanh: (m) => {
      const y = memory.dense(m.rows, m.cols);
      run(kernels.tanhAll, [m], [y.offset, m.rows, m.cols]);
      return y;
    },
    tanhGradient: (y, dy) => {
      expectShape("tanhGradient", dy, y.rows, y.cols);
      const dx = memory.dense(y.rows, y.cols);
      run(kernels.tanhGradient, [y, dy], [dx.offset, y.rows, y.cols]);
      return dx;
    },
  };
}
