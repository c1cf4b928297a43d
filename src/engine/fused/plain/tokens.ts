/** Operations on tokens: look-up by id, argmax, and selection by a mask. */
import type { Matrix } from "../matrix";
import { dense, expectShape, numbers } from "./storage";

/** y_n = table_id(n) + plus. table [V, E], ids [N, 1], plus [1, E] -> [N, E] */
export function lookUp(table: Matrix, ids: Matrix, plus?: Matrix): Matrix {
  if (plus) expectShape("lookUp", plus, 1, table.cols);
  const [x, result] = [numbers(table), dense(ids.rows, table.cols)];
  const y = result.data;
  const extra = plus ? numbers(plus).subarray(plus.offset) : new Float32Array(table.cols);
  let at = 0;
  for (let row = 0; row < ids.rows; row++) {
    const from = table.offset + idAt(ids, row, table.rows) * table.stride;
    for (let e = 0; e < table.cols; e++) y[at++] = (x[from + e] as number) + (extra[e] as number);
  }
  return result;
}

/** dtable_v = sum of dy_n where id(n) = v. ids [N, 1], dy [N, E] -> [V, E] */
export function lookUpGradient(ids: Matrix, dy: Matrix, tokens: number): Matrix {
  expectShape("lookUpGradient", ids, dy.rows, 1);
  const [d, sums] = [numbers(dy), new Float64Array(tokens * dy.cols)];
  for (let row = 0; row < dy.rows; row++) {
    const from = dy.offset + row * dy.stride;
    const into = idAt(ids, row, tokens) * dy.cols;
    for (let e = 0; e < dy.cols; e++)
      sums[into + e] = (sums[into + e] as number) + (d[from + e] as number);
  }
  const result = dense(tokens, dy.cols);
  result.data.set(sums);
  return result;
}

/** y_n = the first v of the largest x_nv. [N, V] -> [N, 1] */
export function argMax(m: Matrix): Matrix {
  const [x, result] = [numbers(m), dense(m.rows, 1)];
  for (let row = 0; row < m.rows; row++) {
    const from = m.offset + row * m.stride;
    let best = 0;
    for (let v = 1; v < m.cols; v++)
      if ((x[from + v] as number) > (x[from + best] as number)) best = v;
    result.data[row] = best;
  }
  return result;
}

/** y = a where the mask is 1, b where it is 0. [N, O] each */
export function select(mask: Matrix, a: Matrix, b: Matrix): Matrix {
  expectShape("select", a, mask.rows, mask.cols);
  expectShape("select", b, mask.rows, mask.cols);
  const [chosen, x, z, result] = [numbers(mask), numbers(a), numbers(b), dense(a.rows, a.cols)];
  let at = 0;
  for (let row = 0; row < a.rows; row++) {
    const [i, j] = [a.offset + row * a.stride, b.offset + row * b.stride];
    const k = mask.offset + row * mask.stride;
    for (let o = 0; o < a.cols; o++)
      result.data[at++] = (chosen[k + o] === 0 ? z[j + o] : x[i + o]) as number;
  }
  return result;
}

/** @throws if the table has no such row */
function idAt(ids: Matrix, row: number, tokens: number): number {
  const id = numbers(ids)[ids.offset + row * ids.stride] as number;
  if (Number.isInteger(id) && id >= 0 && id < tokens) return id;
  throw new Error(`fused, tokens: expected an id below ${tokens}, got ${id}`);
}
