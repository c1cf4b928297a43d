/** y_oi = x_io. [I, O] -> [O, I], in tiles of four by four */
import { lastOf, rowAt } from "./vector";

export function transpose(x: usize, xStride: usize, y: usize, I: i32, O: i32): void {
  const yStep = <usize>I << 2;
  for (let i = lastOf(I); i >= 0; i -= 4) {
    const x0 = rowAt(x, xStride, i);
    const x1 = rowAt(x, xStride, min(i + 1, I - 1));
    const x2 = rowAt(x, xStride, min(i + 2, I - 1));
    const x3 = rowAt(x, xStride, min(i + 3, I - 1));
    let to = (y + <usize>i) << 2;
    for (let o = 0; o < O; o += 4) {
      const at = <usize>o << 2;
      const a = v128.load(x0 + at), b = v128.load(x1 + at), c = v128.load(x2 + at), d = v128.load(x3 + at);
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5); // a0 b0 a1 b1
      const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
      if (o + 1 < O) v128.store(to + yStep, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
      if (o + 2 < O) {
        const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7); // a2 b2 a3 b3
        const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
        v128.store(to + 2 * yStep, v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5));
        if (o + 3 < O) v128.store(to + 3 * yStep, v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7));
      }
      to += 4 * yStep;
    }
  }
}
