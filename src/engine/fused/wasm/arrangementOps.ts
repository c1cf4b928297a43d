/** Transposes and concatenates matrices. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

type ArrangementOps = Pick<Ops, "transpose" | "stack" | "sideBySide" | "flatten">;

export function arrangementOps({ kernels, memory }: Machine): ArrangementOps {
  /** Copies a matrix to rows that are `stride` apart. */
  const copy = (m: Matrix, to: number, stride: number): void =>
    run(kernels.copy, [m], [to, stride, m.rows, m.cols]);
  return {
    transpose: (m) => {
      const y = memory.dense(m.cols, m.rows);
      run(kernels.transpose, [m], [y.offset, m.rows, m.cols]);
      return y;
    },
    stack: (ms) => {
      const cols = ms[0]?.cols ?? 0;
      const y = memory.dense(total(ms.map(({ rows }) => rows)), cols);
      let to = y.offset;
      for (const m of ms) {
        expectShape("stack", m, m.rows, cols);
        copy(m, to, cols);
        to += m.rows * cols;
      }
      return y;
    },
    sideBySide: (ms) => {
      const rows = ms[0]?.rows ?? 0;
      const y = memory.dense(rows, total(ms.map(({ cols }) => cols)));
      let to = y.offset;
      for (const m of ms) {
        expectShape("sideBySide", m, rows, m.cols);
        copy(m, to, y.cols);
        to += m.cols;
      }
      return y;
    },
    flatten: (ms) => {
      const y = memory.dense(1, total(ms.map(({ rows, cols }) => rows * cols)));
      let to = y.offset;
      for (const m of ms) {
        copy(m, to, m.cols);
        to += m.rows * m.cols;
      }
      return y;
    },
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
