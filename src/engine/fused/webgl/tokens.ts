/** Operations on tokens by id. Ids are whole numbers up to 2^24, which are exact in float32. */
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

const LOOK_UP = {
  matrices: ["table", "ids"],
  sizes: [],
  code: `vec4 values(int n, int e) { return table4(int(ids(n, 0)), e); }`,
} as const satisfies Program<string>;

const LOOK_UP_PLUS = {
  matrices: ["table", "ids", "plus"],
  sizes: [],
  code: `vec4 values(int n, int e) { return table4(int(ids(n, 0)), e) + plus4(0, e); }`,
} as const satisfies Program<string>;

const LOOK_UP_GRADIENT = {
  matrices: ["ids", "dy"],
  sizes: ["inner"],
  code: `
    vec4 values(int token, int e) {
      vec4 sum = vec4(0.0);
      for (int n = 0; n < inner; n++)
        if (int(ids(n, 0)) == token) sum += dy4(n, e);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const ARG_MAX = {
  matrices: ["x"],
  sizes: ["tokens"],
  code: `
    vec4 values(int n, int c) {
      int best = 0;
      float largest = x(n, 0);
      for (int v = 1; v < tokens; v++) {
        float candidate = x(n, v);
        if (candidate > largest) {
          largest = candidate;
          best = v;
        }
      }
      return vec4(best);
    }`,
} as const satisfies Program<string, string>;

/** y_ne = table_(id_n)e + plus_e. [V, E] [N, 1] -> [N, E] */
export const lookUp =
  (gpu: Gpu): Ops["lookUp"] =>
  (table, ids, plus) => {
    const shape = [ids.rows, table.cols] as const;
    return plus
      ? gpu.run(LOOK_UP_PLUS, { table, ids, plus }, {}, shape)
      : gpu.run(LOOK_UP, { table, ids }, {}, shape);
  };

/** dtable_ve = sum over the n whose id is v of dy_ne. [N, 1] [N, E] -> [tokens, E] */
export const lookUpGradient =
  (gpu: Gpu): Ops["lookUpGradient"] =>
  (ids, dy, tokens) =>
    gpu.run(LOOK_UP_GRADIENT, { ids, dy }, { inner: ids.rows }, [tokens, dy.cols]);

/** y_n = the first v with the largest x_nv. [N, V] -> [N, 1] */
export const argMax =
  (gpu: Gpu): Ops["argMax"] =>
  (m) =>
    gpu.run(ARG_MAX, { x: m }, { tokens: m.cols }, [m.rows, 1]);
