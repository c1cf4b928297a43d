/** Sums in a fixed order, so that the same numbers always give the same sum. */
import type { Matrix } from "../matrix";
import type { Gpu } from "./gpu";
import type { Kernel } from "./kernel";

/** WGSL: reduces one number of each of the 64 threads in a group; every thread gets the result. */
const reduction = (name: string, joined: string): string => `
  fn ${name}(thread: u32, number: f32) -> f32 {
    parts[thread] = number;
    for (var half = 32u; half > 0u; half /= 2u) {
      workgroupBarrier();
      if (thread < half) {
        let a = parts[thread];
        let b = parts[thread + half];
        parts[thread] = ${joined};
      }
    }
    workgroupBarrier();
    let result = parts[0];
    workgroupBarrier();
    return result;
  }`;

/** WGSL: `sumOf(thread, number)` and `largestOf(thread, number)` of a group of 64. */
export const REDUCTIONS = `
  var<workgroup> parts: array<f32, 64>;
  ${reduction("sumOf", "a + b")}
  ${reduction("largestOf", "max(a, b)")}`;

/** 16 columns by 16 parts of their rows. */
const COLUMN_SUMS = {
  matrices: ["y", "x"],
  sizes: ["height", "width"],
  together: 256,
  code: `
    var<workgroup> parts: array<f32, 256>;
    fn work(group: vec3u, thread: u32) {
      let col = 16u * group.x + thread % 16u;
      var sum = 0.0;
      if (col < given.width) {
        for (var r = thread / 16u; r < given.height; r += 16u) { sum += x(r, col); }
      }
      parts[thread] = sum;
      workgroupBarrier();
      if (thread >= 16u || col >= given.width) { return; }
      for (var part = 1u; part < 16u; part++) { sum += parts[16u * part + thread]; }
      put_y(0u, col, sum);
    }`,
} as const satisfies Kernel<string, string>;

/** y_o = sum over n of x_no. [N, O] -> [1, O] */
export function columnSums(gpu: Gpu, x: Matrix): Matrix {
  const y = gpu.memory.dense(1, x.cols);
  const sizes = { height: x.rows, width: x.cols };
  gpu.together(COLUMN_SUMS, { y, x }, sizes, [Math.ceil(x.cols / 16)]);
  return y;
}
