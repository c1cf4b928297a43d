/** Operations on tokens by id. Ids are whole numbers up to 2^24, which are exact in float32. */
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";
import type { AnyRowKernel, RowKernel } from "./rowKernel";

const LOOK_UP = {
  name: "lookUp",
  matrices: ["y", "table", "ids", "plus"],
  results: ["y"],
  shared: ["table"],
  sizes: ["cols"],
  by: "each",
  code: `fn each(n: u32, e: u32) { put_y(n, e, table(u32(ids(n, 0u)), e) + plus(0u, e)); }`,
} as const satisfies RowKernel<string, string>;

/**
 * A group computes 64 columns of one token. Its threads compare 64 ids at once and mark the token's rows, so that each
 * thread sums only these rows, in order.
 */
const LOOK_UP_GRADIENT = {
  matrices: ["y", "ids", "dy"],
  sizes: ["count", "width"],
  together: ALONE,
  code: `
    var<workgroup> found: array<atomic<u32>, 2>; // a bit for each id
    fn sumRows(start: u32, marks: u32, e: u32) -> f32 {
      var sum = 0.0;
      var left = marks;
      while (left != 0u) {
        sum += dy(start + countTrailingZeros(left), e);
        left &= left - 1u;
      }
      return sum;
    }
    fn work(group: vec3u, thread: u32) {
      let e = 64u * group.y + thread;
      var sum = 0.0;
      for (var start = 0u; start < given.count; start += 64u) {
        if (thread < 2u) { atomicStore(&found[thread], 0u); }
        workgroupBarrier();
        let n = start + thread;
        if (n < given.count && u32(ids(n, 0u)) == group.x) {
          atomicOr(&found[thread / 32u], 1u << (thread % 32u));
        }
        workgroupBarrier();
        if (e < given.width) {
          sum += sumRows(start, atomicLoad(&found[0]), e);
          sum += sumRows(start + 32u, atomicLoad(&found[1]), e);
        }
        workgroupBarrier();
      }
      if (e < given.width) { put_y(group.x, e, sum); }
    }`,
} as const satisfies Kernel<string, string>;

const ARG_MAX = {
  name: "argMax",
  matrices: ["y", "x"],
  results: ["y"],
  sizes: ["tokens"],
  by: "row",
  code: `
    fn row(tokens: u32, n: u32, thread: u32) {
      var most = -3.4e38;
      var best = tokens;
      if (n < run.rows) {
        for (var v = thread % 64u; v < tokens; v += 64u) {
          if (x(n, v) > most) {
            most = x(n, v);
            best = v;
          }
        }
      }
      shares[thread] = most;
      places[thread] = best;
      for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (thread % 64u < half) {
          let other = thread + half;
          let isEqual = shares[other] == shares[thread] && places[other] < places[thread];
          if (isEqual || shares[other] > shares[thread]) {
            shares[thread] = shares[other];
            places[thread] = places[other];
          }
        }
      }
      // In range even if all numbers are NaN.
      if (thread % 64u == 0u && n < run.rows) { put_y(n, 0u, f32(min(places[thread], tokens - 1u))); }
    }`,
} as const satisfies RowKernel<string, string>;

export const TOKEN_KERNELS: readonly AnyRowKernel[] = [LOOK_UP, ARG_MAX];

/** y_ne = table_(id_n)e + plus_e. [V, E] [N, 1] -> [N, E] */
export const lookUp =
  (gpu: Gpu): Ops["lookUp"] =>
  (table, ids, plus) => {
    const [N, E] = [ids.rows, table.cols];
    const y = gpu.memory.dense(N, E);
    gpu.rows.add(LOOK_UP, { y, table, ids, plus: plus ?? gpu.memory.zeros(1, E) }, { cols: E }, N);
    return y;
  };

/** dtable_ve = sum over the n whose id is v of dy_ne. [N, 1] [N, E] -> [tokens, E] */
export const lookUpGradient =
  (gpu: Gpu): Ops["lookUpGradient"] =>
  (ids, dy, tokens) => {
    const y = gpu.memory.dense(tokens, dy.cols);
    const sizes = { count: ids.rows, width: dy.cols };
    gpu.together(LOOK_UP_GRADIENT, { y, ids, dy }, sizes, [tokens, Math.ceil(dy.cols / 64)]);
    return y;
  };

/** y_n = the first v with the largest x_nv. [N, V] -> [N, 1] */
export const argMax =
  (gpu: Gpu): Ops["argMax"] =>
  (x) => {
    const y = gpu.memory.dense(x.rows, 1);
    gpu.rows.add(ARG_MAX, { y, x }, { tokens: x.cols }, x.rows);
    return y;
  };
