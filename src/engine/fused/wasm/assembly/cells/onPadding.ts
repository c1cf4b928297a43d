/** y = x at padding, 0 elsewhere: the previous state's direct gradient in cells whose real steps have none. [B, H] */
import { isPadding, rowAt } from "../vector";

export function onPadding(
  x: usize, xStride: usize, mask: usize, maskStride: usize, y: usize, B: i32, H: i32,
): void {
  const row = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const to = rowAt(y, <usize>H, b);
    if (isPadding(mask, maskStride, b)) memory.copy(to, rowAt(x, xStride, b), row);
    else memory.fill(to, 0, row);
  }
}
