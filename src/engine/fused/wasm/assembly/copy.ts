/** y = x, with any stride of y. [N, O] */
import { rowAt } from "./vector";

export function copy(x: usize, xStride: usize, y: usize, yStride: usize, N: i32, O: i32): void {
  const row = <usize>O << 2;
  if (xStride == <usize>O && yStride == <usize>O) {
    memory.copy(y << 2, x << 2, row * <usize>N);
    return;
  }
  for (let n = 0; n < N; n++) memory.copy(rowAt(y, yStride, n), rowAt(x, xStride, n), row);
}

/** y = 0. [1, O] */
export function clear(y: usize, O: i32): void {
  memory.fill(y << 2, 0, <usize>O << 2);
}
