/** Operations on tokens by id. Ids are whole numbers up to 2^24, which are exact in float32. */
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";

const LOOK_UP = {
  matrices: ["y", "table", "ids", "plus"],
  sizes: [],
  code: `fn each(n: u32, e: u32) { put_y(n, e, table(u32(ids(n, 0u)), e) + plus(0u, e)); }`,
} as const satisfies Kernel<string>;

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
  matrices: ["y", "x"],
  sizes: ["tokens"],
  together: ALONE,
  code: `
    var<workgroup> largest: array<f32, 64>;
    var<workgroup> place: array<u32, 64>;
    fn work(group: vec3u, thread: u32) {
      let n = group.x;
      var most = -3.4e38;
      var best = given.tokens;
      for (var v = thread; v < given.tokens; v += 64u) {
        if (x(n, v) > most) {
          most = x(n, v);
          best = v;
        }
      }
      largest[thread] = most;
      place[thread] = best;
      for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (thread < half) {
          let other = thread + half;
          let isEqual = largest[other] == largest[thread] && place[other] < place[thread];
          if (isEqual || largest[other] > largest[thread]) {
            largest[thread] = largest[other];
            place[thread] = place[other];
          }
        }
      }
      if (thread == 0u) { put_y(n, 0u, f32(min(place[0], given.tokens - 1u))); } // in range even if all are NaN
    }`,
} as const satisfies Kernel<string, string>;

/** y_ne = table_(id_n)e + plus_e. [V, E] [N, 1] -> [N, E] */
export const lookUp =
  (gpu: Gpu): Ops["lookUp"] =>
  (table, ids, plus) => {
    const [N, E] = [ids.rows, table.cols];
    const y = gpu.memory.dense(N, E);
    gpu.each(LOOK_UP, { y, table, ids, plus: plus ?? gpu.memory.zeros(1, E) }, {}, [N, E]);
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
    gpu.together(ARG_MAX, { y, x }, { tokens: x.cols }, [x.rows]);
    return y;
  };
