/** y = tanh(x). [N, O] */
import { tanh } from "./activations";
import { rowAt } from "./vector";

export function tanhAll(x: usize, xStride: usize, y: usize, N: i32, O: i32): void {
  for (let n = 0; n < N; n++) {
    let from = rowAt(x, xStride, n);
    let to = rowAt(y, <usize>O, n);
    for (const end = to + (<usize>O << 2); to < end; from += 16, to += 16) {
      v128.store(to, tanh(v128.load(from)));
    }
  }
}
