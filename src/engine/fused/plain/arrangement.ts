/** Transposes and concatenates matrices. */
import type { Matrix } from "../matrix";
import { type Dense, dense, expectShape, numbers } from "./storage";

/** y_oi = x_io. [I, O] -> [O, I] */
export function transpose(m: Matrix): Matrix {
  const [x, result] = [numbers(m), dense(m.cols, m.rows)];
  const y = result.data;
  let at = 0;
  for (let o = 0; o < m.cols; o++)
    for (let i = 0, from = m.offset + o; i < m.rows; i++, from += m.stride)
      y[at++] = x[from] as number;
  return result;
}

/** Concatenates rows of the same width. */
export function stack(ms: readonly Matrix[]): Dense {
  const cols = ms[0]?.cols ?? 0;
  const result = dense(
    ms.reduce((rows, m) => rows + m.rows, 0),
    cols,
  );
  let row = 0;
  for (const m of ms) {
    expectShape("stack", m, m.rows, cols);
    copy(m, result, row * cols);
    row += m.rows;
  }
  return result;
}

/** Concatenates columns of the same height. */
export function sideBySide(ms: readonly Matrix[]): Matrix {
  const rows = ms[0]?.rows ?? 0;
  const result = dense(
    rows,
    ms.reduce((cols, m) => cols + m.cols, 0),
  );
  let col = 0;
  for (const m of ms) {
    expectShape("sideBySide", m, rows, m.cols);
    copy(m, result, col);
    col += m.cols;
  }
  return result;
}

/** All numbers in one row, matrix by matrix. */
export function flatten(ms: readonly Matrix[]): Dense {
  const result = dense(
    1,
    ms.reduce((count, m) => count + m.rows * m.cols, 0),
  );
  let at = 0;
  for (const m of ms) {
    copy(m, { ...result, stride: m.cols }, at);
    at += m.rows * m.cols;
  }
  return result;
}

/** Copies a matrix into another from index `at`, with the other's stride. */
function copy(m: Matrix, to: Dense, at: number): void {
  const x = numbers(m);
  const y = to.data;
  for (let row = 0; row < m.rows; row++) {
    const [from, into] = [m.offset + row * m.stride, at + row * to.stride];
    for (let i = 0; i < m.cols; i++) y[into + i] = x[from + i] as number;
  }
}
