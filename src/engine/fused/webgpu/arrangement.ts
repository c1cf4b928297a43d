/** Transposes and concatenates matrices; one run copies many of them. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";

const MOST = 28; // matrices in a run, with two rows of its table for each
const MOST_GROUPS = 1024; // for each matrix; for more numbers, threads copy several

/** Table rows of matrix z: source offset, stride, columns, count; target offset, stride, threads. */
const COPY = {
  matrices: [],
  sizes: [],
  table: 2 * MOST,
  together: ALONE,
  code: `
    fn work(group: vec3u, thread: u32) {
      let source = given.table[2u * group.z];
      let goal = given.table[2u * group.z + 1u];
      for (var i = ${ALONE}u * group.x + thread; i < source.w; i += goal.z) {
        let r = i / source.z;
        let c = i - r * source.z;
        memory[goal.x + r * goal.y + c] = memory[source.x + r * source.y + c];
      }
    }`,
} as const satisfies Kernel<never>;

const TRANSPOSE = {
  matrices: ["y", "x"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_y(r, c, x(c, r)); }`,
} as const satisfies Kernel<string>;

/** A matrix and the target of its numbers. */
interface Move {
  readonly from: Matrix;
  readonly to: number; //     offset of the first number
  readonly stride: number; // between rows
}

function copyAll(gpu: Gpu, moves: readonly Move[]): void {
  for (let i = 0; i < moves.length; i += MOST) {
    const some = moves.slice(i, i + MOST);
    const longest = Math.max(...some.map(({ from }) => from.rows * from.cols));
    const groups = Math.min(MOST_GROUPS, Math.ceil(longest / ALONE));
    const table = some.flatMap(({ from: { offset, cols, rows, ...from }, to, stride }) => {
      const source = [offset, from.stride, cols, rows * cols];
      return [...source, to, stride, ALONE * groups, 0];
    });
    gpu.byTable(COPY, table, [groups, 1, some.length]);
  }
}

/** Copies a matrix to the start of a result. */
export function copy(gpu: Gpu, from: Matrix, result: Matrix): Matrix {
  copyAll(gpu, [{ from, to: result.offset, stride: result.stride }]);
  return result;
}

/** Concatenates rows. */
export const stack =
  (gpu: Gpu): Ops["stack"] =>
  (ms) => {
    const cols = ms[0]?.cols ?? 0;
    const starts = startsOf(ms.map(({ rows }) => rows));
    const result = gpu.memory.dense(starts.end, cols);
    const { offset } = result;
    copyAll(
      gpu,
      ms.map((from, i) => ({ from, to: offset + starts.at(i) * cols, stride: cols })),
    );
    return result;
  };

/** Concatenates columns. */
export const sideBySide =
  (gpu: Gpu): Ops["sideBySide"] =>
  (ms) => {
    const starts = startsOf(ms.map(({ cols }) => cols));
    const result = gpu.memory.dense(ms[0]?.rows ?? 0, starts.end);
    const { offset, stride } = result;
    copyAll(
      gpu,
      ms.map((from, i) => ({ from, to: offset + starts.at(i), stride })),
    );
    return result;
  };

/** All numbers in one row, matrix by matrix. */
export const flatten =
  (gpu: Gpu): Ops["flatten"] =>
  (ms) => {
    const starts = startsOf(ms.map(({ rows, cols }) => rows * cols));
    const result = gpu.memory.dense(1, starts.end);
    const { offset } = result;
    copyAll(
      gpu,
      ms.map((from, i) => ({ from, to: offset + starts.at(i), stride: from.cols })),
    );
    return result;
  };

/** y_oi = x_io */
export const transpose =
  (gpu: Gpu): Ops["transpose"] =>
  (x) => {
    const y = gpu.memory.dense(x.cols, x.rows);
    gpu.each(TRANSPOSE, { y, x }, {}, [x.cols, x.rows]);
    return y;
  };

/** The start of each of several consecutive pieces, and the end of the last. */
function startsOf(lengths: readonly number[]): { at(i: number): number; readonly end: number } {
  let end = 0;
  const starts = lengths.map((length) => (end += length) - length);
  return { at: (i) => starts[i] as number, end };
}
