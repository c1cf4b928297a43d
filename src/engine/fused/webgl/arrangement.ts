/** The same numbers under one roof: a program finds the matrix that a place belongs to, among sixteen at most. */
import type { Matrix } from "../matrix";
import type { Gpu } from "./gpu";
import { eachOfFour, type Program } from "./program";

/** How many textures a program may read, on every device. */
const MOST = 16;

const LETTERS = Array.from("ABCDEFGHIJKLMNOP"); // names of the matrices: no digit, since a4 reads four of a

/** A few programs for any number of matrices; the last matrix fills up the room that is left. */
const ROOMS = [2, 4, 8, MOST];

type Joining = Program<string, string>;

const names = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}`);

/** GLSL: looks for the matrix that a place belongs to and reads there; the last matrix has all the rest. */
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

const STACK = ROOMS.map((room) =>
  joining(
    room,
    `vec4 values(int r, int c) { ${find(room, "r", (name) => `${name}4(r - start, c)`)} }`,
  ),
);

/** Four neighbours may come from different matrices, so they are read one by one. */
const SIDE_BY_SIDE = ROOMS.map((room) =>
  joining(
    room,
    `float one(int r, int c) { ${find(room, "c", (name) => `${name}(r, c - start)`)} } ${eachOfFour("one")}`,
  ),
);

/** By its place among all numbers of a matrix, row by row. */
const byPlace = (name: string | undefined, i: number): string =>
  `${name}((c - start) / width${i}, (c - start) % width${i})`;

const FLATTEN = ROOMS.map((room) =>
  joining(room, `float one(int r, int c) { ${find(room, "c", byPlace)} } ${eachOfFour("one")}`),
);

/** Matrix under matrix. */
export function stack(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ rows }) => rows));
    return join(gpu, STACK, group, { ends, shape: [last(ends), group[0]?.cols ?? 0] });
  });
}

/** Matrix beside matrix. */
export function sideBySide(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ cols }) => cols));
    return join(gpu, SIDE_BY_SIDE, group, { ends, shape: [group[0]?.rows ?? 0, last(ends)] });
  });
}

/** All numbers in one row, matrix behind matrix. */
export function flatten(gpu: Gpu, ms: readonly Matrix[]): Matrix {
  return inGroups(ms, (group) => {
    const ends = runningSums(group.map(({ rows, cols }) => rows * cols));
    return join(gpu, FLATTEN, group, { ends, shape: [1, last(ends)] });
  });
}

/** Joins sixteen at a time, and what comes of it again. */
function inGroups(ms: readonly Matrix[], work: (group: readonly Matrix[]) => Matrix): Matrix {
  if (ms.length <= MOST) return work(ms);
  const groups = Array.from({ length: Math.ceil(ms.length / MOST) }, (_, i) =>
    ms.slice(i * MOST, (i + 1) * MOST),
  );
  return inGroups(groups.map(work), work);
}

interface Joined {
  readonly ends: readonly number[]; // behind each matrix, where the next begins
  readonly shape: readonly [rows: number, cols: number];
}

function join(
  gpu: Gpu,
  programs: readonly Joining[],
  ms: readonly Matrix[],
  { ends, shape }: Joined,
): Matrix {
  const at = ROOMS.findIndex((room) => ms.length <= room);
  const [program, filler] = [programs[at], ms.at(-1)];
  if (!program || !filler) throw new Error("fused, webgl: no matrix to join");
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
