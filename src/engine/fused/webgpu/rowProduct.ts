/** The matrix product of few rows, such as a step's states with the recurrent weights. */
import { type RowKernel, ROWS, THREADS } from "./rowKernel";

/**
 * A group computes ROWS rows, 64 columns at a time. Every fourth term is summed by the same quarter of its threads; a
 * weight serves all rows, whose numbers lie in group memory.
 */
export const ROW_PRODUCT = {
  name: "product",
  matrices: ["y", "a", "b", "plus", "also"],
  results: ["y"],
  shared: ["b"],
  sizes: ["cols", "inner"],
  by: "block",
  code: `
    fn leftOf(top: u32, i: u32, inner: u32) -> vec4f {
      var x = vec4f();
      if (i >= inner) { return x; }
      for (var r = 0u; r < ${ROWS}u && top + r < run.rows; r++) { x[r] = a(top + r, i); }
      return x;
    }
    fn sumOver(start: u32, count: u32, quarter: u32, col: u32) -> vec4f {
      var sum = vec4f();
      var k = quarter;
      for (; k + 12u < count; k += 16u) {
        sum += left[k] * b(start + k, col) + left[k + 4u] * b(start + k + 4u, col);
        sum += left[k + 8u] * b(start + k + 8u, col) + left[k + 12u] * b(start + k + 12u, col);
      }
      for (; k < count; k += 4u) { sum += left[k] * b(start + k, col); }
      return sum;
    }
    fn block(cols: u32, inner: u32, top: u32, thread: u32) {
      let lane = thread % 64u;
      let quarter = thread / 64u;
      for (var c = 0u; c < cols; c += 64u) {
        var sum = vec4f();
        for (var start = 0u; start < inner; start += ${THREADS}u) {
          if (c == 0u || inner > ${THREADS}u) {
            workgroupBarrier(); // all threads have read the previous numbers
            left[thread] = leftOf(top, start + thread, inner);
            workgroupBarrier();
          }
          if (c + lane < cols) { sum += sumOver(start, min(inner - start, ${THREADS}u), quarter, c + lane); }
        }
        sums[thread] = sum;
        workgroupBarrier();
        let row = top + quarter;
        if (row < run.rows && c + lane < cols) {
          let total = sums[lane][quarter] + sums[lane + 64u][quarter] + sums[lane + 128u][quarter] + sums[lane + 192u][quarter];
          put_y(row, c + lane, total + plus(row, c + lane) + also(row, c + lane));
        }
        workgroupBarrier(); // all threads have read the sums
      }
    }`,
} as const satisfies RowKernel<string, string>;
