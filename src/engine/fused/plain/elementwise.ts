/** Elementwise operations and column sums. */
import type { Matrix } from "../matrix";
import { tanh as tanhOf } from "./activations";
import { dense, expectShape, numbers, rowStep } from "./storage";

/** y = a + b. [N, O] each */
export function add(a: Matrix, b: Matrix): Matrix {
  expectShape("add", b, a.rows, a.cols);
  const [x, z, result] = [numbers(a), numbers(b), dense(a.rows, a.cols)];
  const y = result.data;
  let at = 0;
  for (let row = 0; row < a.rows; row++) {
    const [i, j] = [a.offset + row * a.stride, b.offset + row * b.stride];
    for (let o = 0; o < a.cols; o++) y[at++] = (x[i + o] as number) + (z[j + o] as number);
  }
  return result;
}

/** y = a * b. a [N, O]; b [N, O] or [1, O] -> [N, O] */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const step = rowStep("multiply", b, a.rows, a.cols);
  const [x, z, result] = [numbers(a), numbers(b), dense(a.rows, a.cols)];
  const y = result.data;
  let at = 0;
  for (let row = 0; row < a.rows; row++) {
    const [i, j] = [a.offset + row * a.stride, b.offset + row * step];
    for (let o = 0; o < a.cols; o++) y[at++] = (x[i + o] as number) * (z[j + o] as number);
  }
  return result;
}

/** y_o = sum over n of x_no. [N, O] -> [1, O] */
export function columnSums(m: Matrix): Matrix {
  const [x, sums] = [numbers(m), new Float64Array(m.cols)];
  for (let row = 0; row < m.rows; row++) {
    const from = m.offset + row * m.stride;
    for (let o = 0; o < m.cols; o++) sums[o] = (sums[o] as number) + (x[from + o] as number);
  }
  const result = dense(1, m.cols);
  result.data.set(sums);
  return result;
}

/** y = tanh(x) */
export function tanh(m: Matrix): Matrix {
  const [x, result] = [numbers(m), dense(m.rows, m.cols)];
  const y = result.data;
  let at = 0;
  for (let row = 0; row < m.rows; row++) {
    const from = m.offset + row * m.stride;
    for (let o = 0; o < m.cols; o++) y[at++] = tanhOf(x[from + o] as number);
  }
  return result;
}

/** dx = dy (1 - y^2), where y = tanh(x). [N, O] each */
export function tanhGradient(m: Matrix, dy: Matrix): Matrix {
  expectShape("tanhGradient", dy, m.rows, m.cols);
  const [y, d, result] = [numbers(m), numbers(dy), dense(m.rows, m.cols)];
  const dx = result.data;
  let at = 0;
  for (let row = 0; row < m.rows; row++) {
    const [i, j] = [m.offset + row * m.stride, dy.offset + row * dy.stride];
    for (let o = 0; o < m.cols; o++)
      dx[at++] = (d[j + o] as number) * (1 - (y[i + o] as number) ** 2);
  }
  return result;
}
