/** y_n = the first v of the largest x_nv. [N, V] -> [N, 1] */
import { rowAt } from "./vector";

export function argMax(x: usize, xStride: usize, y: usize, N: i32, V: i32): void {
  for (let n = 0; n < N; n++) {
    const from = rowAt(x, xStride, n);
    const largest = largestOf(from, V);
    let v = 0;
    while (v < V && load<f32>(from + (<usize>v << 2)) != largest) v++;
    store<f32>((y + <usize>n) << 2, v < V ? <f32>v : 0);
  }
}

/** The largest of a row of numbers. */
export function largestOf(from: usize, count: i32): f32 {
  let largest = -f32.MAX_VALUE;
  let four = f32x4.splat(largest);
  const end = from + (<usize>count << 2);
  for (; from + 16 <= end; from += 16) four = f32x4.pmax(four, v128.load(from));
  const pairs = f32x4.pmax(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
  largest = max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
  for (; from < end; from += 4) largest = max(largest, load<f32>(from));
  return largest;
}
