/** Concatenates up to sixteen matrices in a program, which finds the matrix of each number. */
import type { Matrix } from "../matrix";
import type { Gpu } from "./gpu";
import { eachOfFour, type Program } from "./program";

/** Textures that a program may read on every device. */
const MOST = 16;

const LETTERS = Array.from("ABCDEFGHIJKLMNOP"); // names of the matrices, without digits: `a4` reads four of `a`

/** Sizes of the programs; unused inputs get the last matrix. */
const SIZES = [2, 4, 8, MOST];

type Joining = Program<string, string>;

const names = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}`);

/** GLSL that finds the matrix of a position and reads from it; the last matrix has all remaining positions. */
function find(
  count: number,
  along: "r" | "c",
  read: (name: string | undefined, i: number) => string,
): string {
  const before = names(count - 1, "end").map(
    (end, i) => `if (${along} < ${end}) return ${read(LETTERS[i], i)}; start = ${end};`,
  );
  const rest = `return ${read(LETTERS[count - 1], count - 1)};`;
  return ["int start = 0;", ...before, rest].join("\n");
}

function joining(count: number, code: string): Joining {
  return {
    matrices: LETTERS.slice(0, count),
    sizes: [...names(count, "end"), ...names(count, "width")],
    code,
  };
}

const STACK = SIZES.map((size) =>
  joining(
    size,
    `vec4 values(int r, int c) { ${find(size, "r", (name) => `${name}4(r - start, c)`)} }`,
  ),
);

/** Four neighbours may be in different matrices, so they are read one by one. */
const SIDE_BY_SIDE = SIZES.map((size) =>
  joining(
    size,
    `float one(int r, int c) { ${find(size, "c", (name) => `${name}(r, c - start)`)} } ${eachOfFour("one")}`,
  ),
);

/** Reads a number by its row-major index in a matrix. */
const byIndex = (name: string | undefined, i: number): string =>
  `${name}((c - start) / width${i}, (c - start) % width${i})`;

const FLATTEN = SIZES.map((size) =>
  joining(size, `float one(int r, int c) { ${find(size, "c", byIndex)} } ${eachOfFour("one")}`),
);

/** Concatenates rows. */
export function stack(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ rows }) => rows));
    return join(gpu, STACK, group, { ends, shape: [last(ends), group[0]?.cols ?? 0] });
  });
}

/** Concatenates columns. */
export function sideBySide(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ cols }) => cols));
    return join(gpu, SIDE_BY_SIDE, group, { ends, shape: [group[0]?.rows ?? 0, last(ends)] });
  });
}

/** All numbers in one row, matrix by matrix. */
export function flatten(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ rows, cols }) => rows * cols));
    return join(gpu, FLATTEN, group, { ends, shape: [1, last(ends)] });
  });
}

/** Joins sixteen matrices at a time, then the results. */
function inGroups(ms: readonly Matrix[], work: (group: readonly Matrix[]) => Matrix): Matrix {
  if (ms.length <= MOST) return work(ms);
  const groups = Array.from({ length: Math.ceil(ms.length / MOST) }, (_, i) =>
    ms.slice(i * MOST, (i + 1) * MOST),
  );
  return inGroups(groups.map(work), work);
}

interface Joined {
  readonly ends: readonly number[]; // end of each matrix, where the next begins
  readonly shape: readonly [rows: number, cols: number];
}

function join(
  gpu: Gpu,
  programs: readonly Joining[],
  ms: readonly Matrix[],
  { ends, shape }: Joined,
): Matrix {
  const at = SIZES.findIndex((size) => ms.length <= size);
  const [program, filler] = [programs[at], ms.at(-1)];
  if (!program || !filler) throw new Error("fused, webgl: expected matrices to join, got none");
  const matrices: Record<string, Matrix> = {};
  const sizes: Record<string, number> = {};
  program.matrices.forEach((name, i) => {
    matrices[name] = ms[i] ?? filler;
    sizes[`end${i}`] = ends[i] ?? last(ends);
    sizes[`width${i}`] = (ms[i] ?? filler).cols;
  });
  return gpu.run(program, matrices, sizes, shape);
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0;
