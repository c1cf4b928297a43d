/** y_n = table_id(n) + plus. table [V, E], ids [N, 1], plus [1, E] or none if 0 -> [N, E] */
import { rowAt } from "./vector";

/** @returns the first row whose id is not in the table; -1 if there is none */
export function lookUp(
  table: usize, tableStride: usize, ids: usize, idStride: usize, plus: usize, _: usize,
  y: usize, N: i32, V: i32, E: i32,
): i32 {
  const extra = plus << 2;
  for (let n = 0; n < N; n++) {
    const id = idAt(ids, idStride, n, V);
    if (id < 0) return n;
    const from = rowAt(table, tableStride, id);
    const to = rowAt(y, <usize>E, n);
    if (plus == 0) {
      memory.copy(to, from, <usize>E << 2);
      continue;
    }
    for (let at: usize = 0, end = <usize>E << 2; at < end; at += 16) {
      v128.store(to + at, f32x4.add(v128.load(from + at), v128.load(extra + at)));
    }
  }
  return -1;
}

/** The id of a row; -1 if it is not a whole number below V. */
export function idAt(ids: usize, stride: usize, row: i32, V: i32): i32 {
  const id = load<f32>(rowAt(ids, stride, row));
  return id >= 0 && id < <f32>V && Mathf.floor(id) == id ? <i32>id : -1;
}
