/** dtable_v = sum of dy_n where id(n) = v. ids [N, 1], dy [N, E] -> [V, E] */
import { idAt } from "./lookUp";
import { rowAt } from "./vector";

/** @returns the first row whose id is not in the table; -1 if there is none */
export function lookUpGradient(
  ids: usize, idStride: usize, dy: usize, dyStride: usize, y: usize, N: i32, V: i32, E: i32,
): i32 {
  memory.fill(y << 2, 0, <usize>(V * E) << 2);
  for (let n = 0; n < N; n++) {
    const id = idAt(ids, idStride, n, V);
    if (id < 0) return n;
    let from = rowAt(dy, dyStride, n);
    let to = rowAt(y, <usize>E, id);
    const end = to + (<usize>E << 2);
    for (; to + 16 <= end; from += 16, to += 16) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    }
    for (; to < end; from += 4, to += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
  }
  return -1;
}
