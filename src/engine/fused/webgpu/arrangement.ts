/** The same numbers in other places: many matrices are copied in one run. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { ALONE, type Kernel } from "./kernel";

const MOST = 28; // matrices in a run: two rows of its table for each
const MOST_GROUPS = 1024; // of each matrix; threads take several numbers where they are more

/** Of matrix z: from where, in what stride, columns, numbers; to where, in what stride, by how many threads. */
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

/** A matrix and where its numbers are to go. */
interface Move {
  readonly from: Matrix;
  readonly to: number; //     place of the first number
  readonly stride: number; // from a row to the next
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

/** The same numbers, row by row from the start of a result. */
export function copy(gpu: Gpu, from: Matrix, result: Matrix): Matrix {
  copyAll(gpu, [{ from, to: result.offset, stride: result.stride }]);
  return result;
}

/** Matrix under matrix. */
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

/** Matrix beside matrix. */
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

/** All numbers in one row, matrix behind matrix. */
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

/** Where each begins if one stands behind the other, and where the last ends. */
function startsOf(lengths: readonly number[]): { at(i: number): number; readonly end: number } {
  let end = 0;
  const starts = lengths.map((length) => (end += length) - length);
  return { at: (i) => starts[i] as number, end };
}
