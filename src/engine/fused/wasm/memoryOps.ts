/** Makes, keeps and reads matrices. */
import { expectCount, type Matrix } from "../matrix";
import type { HostMemoryOps } from "../ops";
import { type Machine, run } from "./machine";

export function memoryOps({ kernels, memory }: Machine): HostMemoryOps {
  const readNow = (...ms: readonly Matrix[]): Float32Array => {
    const values = new Float32Array(ms.reduce((count, m) => count + m.rows * m.cols, 0));
    let at = 0;
    for (const m of ms) at = readInto(values, at, m, memory.view());
    return values;
  };
  return {
    scope: memory.scope,
    matrix: (values, rows, cols) => {
      expectCount(values, rows, cols);
      const result = memory.dense(rows, cols);
      memory.view().set(values, result.offset);
      return result;
    },
    zeros: (rows, cols) => {
      const result = memory.dense(rows, cols);
      kernels.clear(result.offset, rows * cols);
      return result;
    },
    keep: (m) => {
      const result = memory.kept(m.rows, m.cols);
      run(kernels.copy, [m], [result.offset, m.cols, m.rows, m.cols]);
      return result;
    },
    release: memory.release,
    readNow,
    read: async (...ms) => readNow(...ms),
    room: async () => {},
  };
}

/** Copies a matrix into `values`. @returns the index after it */
function readInto(values: Float32Array, at: number, m: Matrix, view: Float32Array): number {
  const isDense = m.stride === m.cols;
  const [rows, cols] = isDense ? [1, m.rows * m.cols] : [m.rows, m.cols];
  for (let row = 0; row < rows; row++) {
    const from = m.offset + row * m.stride;
    values.set(view.subarray(from, from + cols), at + row * cols);
  }
  return at + rows * cols;
}
