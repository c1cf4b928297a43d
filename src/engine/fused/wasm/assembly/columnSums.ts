/** y_o = sum over n of x_no. [N, O] -> [1, O] */
export function columnSums(x: usize, xStride: usize, y: usize, N: i32, O: i32): void {
  const step = xStride << 2;
  for (let o = 0; o < O; o += 16) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let from = (x + <usize>o) << 2;
    for (let n = 0; n < N; n++, from += step) {
      s0 = f32x4.add(s0, v128.load(from));
      s1 = f32x4.add(s1, v128.load(from, 16));
      s2 = f32x4.add(s2, v128.load(from, 32));
      s3 = f32x4.add(s3, v128.load(from, 48));
    }
    const to = (y + <usize>o) << 2;
    v128.store(to, s0), v128.store(to, s1, 16), v128.store(to, s2, 32), v128.store(to, s3, 48);
  }
}
