/**
 * Matrix products. A group of 16 by 16 threads computes a tile of the result. It loads tiles of both sides into group
 * memory, so that each number is read once for a whole row or column of the tile. The order of every sum is fixed.
 */
import { forEveryRow, type Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Kernel } from "./kernel";
import { ROW_PRODUCT } from "./rowProduct";

const SIDE = 16; // threads of a group in each dimension
const ENOUGH = 32; // groups that keep a GPU busy; with more work, each thread computes more numbers

/**
 * y = a b + plus or a' b + plus, with `block` by `block` numbers for each thread, 16 rows and columns apart. A row of the
 * left tile has 17 numbers, so that neighbouring threads write to different memory banks.
 * @param fetchLeft WGSL: loads number (n, i) of the tile from (row + n, start + i) of the left side
 */
function tiled(block: 1 | 4, fetchLeft: string) {
  const wide = SIDE * block;
  const each = Array.from({ length: block }, (_, i) => i);
  const both = (line: (i: number, j: number) => string): string =>
    each.flatMap((i) => each.map((j) => line(i, j))).join("\n");
  return {
    matrices: ["y", "a", "b", "plus", "also"],
    sizes: ["height", "width", "inner"],
    together: 256,
    code: `
      var<workgroup> ours: array<f32, ${wide * 17}>;
      var<workgroup> theirs: array<f32, ${wide * SIDE}>;
      fn add(row: u32, col: u32, sum: f32) {
        if (row < given.height && col < given.width) { put_y(row, col, sum + plus(row, col) + also(row, col)); }
      }
      fn work(group: vec3u, thread: u32) {
        let x = thread % ${SIDE}u;
        let y = thread / ${SIDE}u;
        let row = ${wide}u * group.y;
        let col = ${wide}u * group.x;
        ${both((i, j) => `var sum${i}${j} = 0.0;`)}
        for (var start = 0u; start < given.inner; start += ${SIDE}u) {
          for (var n = 0u; n < ${wide}u; n += ${SIDE}u) {
            ${fetchLeft}
            let isWithin = start + y < given.inner && col + n + x < given.width;
            var number = 0.0;
            if (isWithin) { number = b(start + y, col + n + x); }
            theirs[${wide}u * y + n + x] = number;
          }
          workgroupBarrier();
          for (var k = 0u; k < ${SIDE}u; k++) {
            ${each.map((i) => `let l${i} = ours[17u * (y + ${SIDE * i}u) + k];`).join("\n")}
            ${each.map((j) => `let r${j} = theirs[${wide}u * k + x + ${SIDE * j}u];`).join("\n")}
            ${both((i, j) => `sum${i}${j} += l${i} * r${j};`)}
          }
          workgroupBarrier();
        }
        ${both((i, j) => `add(row + y + ${SIDE * i}u, col + x + ${SIDE * j}u, sum${i}${j});`)}
      }`,
  } as const satisfies Kernel<string, string>;
}

const ROWS = `
  var left = 0.0;
  if (row + n + y < given.height && start + x < given.inner) { left = a(row + n + y, start + x); }
  ours[17u * (n + y) + x] = left;`;

/** For the transposed left side: neighbouring threads read neighbouring numbers. */
const COLUMNS = `
  var left = 0.0;
  if (row + n + x < given.height && start + y < given.inner) { left = a(start + y, row + n + x); }
  ours[17u * (n + x) + y] = left;`;

type Tiled = ReturnType<typeof tiled>;

/** Variants for small and for large results. */
const TILED_PRODUCT = [tiled(1, ROWS), tiled(4, ROWS)] as const;
const OUTER_PRODUCT = [tiled(1, COLUMNS), tiled(4, COLUMNS)] as const;

const MOST_ROWS = 128; // the largest batch; the products of all positions at once have more rows
const MOST_WEIGHTS = 2 ** 20; // beyond, a group would read too long

/** y_no = sum over i of a_ni b_io, + plus_no + also_no. [N, I] [I, O] -> [N, O] */
export const product =
  (gpu: Gpu): Ops["product"] =>
  (a, b, plus, also) => {
    const y = gpu.memory.dense(a.rows, b.cols);
    const sides = { y, a, b, ...added(gpu, y, plus, also) };
    if (a.rows > MOST_ROWS || a.cols * b.cols > MOST_WEIGHTS)
      run(gpu, TILED_PRODUCT, sides, a.cols);
    else gpu.rows.add(ROW_PRODUCT, sides, { cols: b.cols, inner: a.cols }, a.rows);
    return y;
  };

/** y_io = sum over n of a_ni b_no. [N, I] [N, O] -> [I, O] */
export const outerProduct =
  (gpu: Gpu): Ops["outerProduct"] =>
  (a, b) => {
    const y = gpu.memory.dense(a.cols, b.cols);
    run(gpu, OUTER_PRODUCT, { y, a, b, ...added(gpu, y) }, a.rows);
    return y;
  };

interface Added {
  readonly plus: Matrix;
  readonly also: Matrix;
}

interface Sides extends Added {
  readonly y: Matrix;
  readonly a: Matrix;
  readonly b: Matrix;
}

/** What is added to a product; a row of zeros where there is nothing. */
function added(gpu: Gpu, y: Matrix, plus?: Matrix, also?: Matrix): Added {
  const nothing = gpu.memory.zeros(1, y.cols);
  return { plus: forEveryRow(plus ?? nothing), also: forEveryRow(also ?? nothing) };
}

/** @param inner terms of each sum */
function run(gpu: Gpu, [few, many]: readonly [Tiled, Tiled], sides: Sides, inner: number): void {
  const { rows: height, cols: width } = sides.y;
  const tiles = (side: number) => [Math.ceil(width / side), Math.ceil(height / side)] as const;
  const [across, down] = tiles(4 * SIDE);
  const isLarge = across * down >= ENOUGH;
  const groups = isLarge ? ([across, down] as const) : tiles(SIDE);
  gpu.together(isLarge ? many : few, sides, { height, width, inner }, groups);
}
