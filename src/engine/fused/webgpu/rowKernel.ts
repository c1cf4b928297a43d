/**
 * Kernels of operations in which row b of the result depends on row b of the inputs only, such as a step of a cell. One
 * shader has all of them: a dispatch carries out a list of steps, one after the other, with a barrier of the group
 * between them. So a recurrence is one dispatch, and not several for each of its steps.
 */
import { FUNCTIONS } from "./kernel";

/** @template M names of its matrices, including those that it writes @template S of its whole numbers */
export interface RowKernel<M extends string, S extends string = never> {
  readonly name: string;
  /** The WGSL reads each by name, `a(r, c)`, and writes it by `put_a(r, c, value)`. */
  readonly matrices: readonly M[];
  /** Those that it writes. */
  readonly results: readonly M[];
  /** Those of which it reads other rows, such as weights. */
  readonly shared?: readonly M[];
  /** The WGSL reads them as `given.name`. */
  readonly sizes: readonly S[];
  /**
   * Each thread computes one number: `fn each(r: u32, c: u32)`; the first size is `cols`, the result's columns.
   * Or 64 threads cooperate on a row: `fn row(first: u32, b: u32, thread: u32)`; `first` is the first size, by which
   * loops with barriers may be limited, and b may be past the last row.
   * Or the group computes ROWS rows: `fn block(first: u32, second: u32, top: u32, thread: u32)`.
   */
  readonly by: "each" | "row" | "block";
  readonly code: string;
}

export type AnyRowKernel = RowKernel<string, string>;

/** Rows and threads of a group. A weight that is read once serves all rows. */
export const ROWS = 4;
export const THREADS = 256;

/** Whole numbers of a step: kernel and three sizes, then offset and stride of each matrix. */
const MOST_MATRICES = 10;
const MOST_SIZES = 3;
export const STEP_NUMBERS = 4 + 2 * MOST_MATRICES;
const STEP_VECTORS = STEP_NUMBERS / 4;

const each = <T>(count: number, text: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => text(i));

/** WGSL: an array in group memory for each purpose. 11 of the 16 KB that every device has. */
const GROUP_MEMORY = `
var<workgroup> left: array<vec4f, ${THREADS}>;
var<workgroup> sums: array<vec4f, ${THREADS}>;
var<workgroup> shares: array<f32, ${THREADS}>;
var<workgroup> places: array<u32, ${THREADS}>;`;

/** The whole shader. A step's kernel is its number in the list. */
export function rowShader(kernels: readonly AnyRowKernel[]): string {
  return [
    "struct Numbers { rows: u32, first: u32, count: u32 }",
    "@group(0) @binding(0) var<storage, read_write> memory: array<f32>;",
    "@group(0) @binding(1) var<uniform> run: Numbers;",
    "@group(0) @binding(2) var<storage, read> steps: array<vec4u>;",
    ...each(MOST_SIZES, (i) => `var<private> size${i}: u32;`),
    ...each(MOST_MATRICES, (i) => `var<private> place${i}: vec2u;`),
    GROUP_MEMORY,
    FUNCTIONS,
    ...kernels.map(scoped),
    main(kernels),
  ].join("\n");
}

/** A kernel's WGSL, in which the names that it defines begin with the kernel's name. */
function scoped({ name, matrices, sizes, code }: AnyRowKernel): string {
  const functions = [...code.matchAll(/\bfn (\w+)\(/g)].map(([, found]) => found);
  const own = [...matrices, ...matrices.map((m) => `put_${m}`), ...functions].join("|");
  const body = [...matrices.map(access), code].join("\n");
  return body
    .replaceAll(new RegExp(`\\b(${own})(?=\\()`, "g"), `${name}_$1`)
    .replaceAll(/\bgiven\.(\w+)/g, (_, size: string) => `size${sizes.indexOf(size)}`);
}

function access(name: string, i: number): string {
  const place = `memory[place${i}.x + r * place${i}.y + c]`;
  return `
fn ${name}(r: u32, c: u32) -> f32 { return ${place}; }
fn put_${name}(r: u32, c: u32, value: f32) { ${place} = value; }`;
}

function main(kernels: readonly AnyRowKernel[]): string {
  return `
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let top = ${ROWS}u * group.x;
  for (var i = 0u; i < run.count; i++) {
    let at = ${STEP_VECTORS}u * (run.first + i);
    let head = steps[at];
    ${each(MOST_SIZES, (i) => `size${i} = head[${i + 1}];`).join(" ")}
    ${each(MOST_MATRICES, (i) => `place${i} = steps[at + ${1 + Math.floor(i / 2)}u].${i % 2 === 0 ? "xy" : "zw"};`).join("\n    ")}
    switch head.x {
      ${kernels.map((kernel, i) => `case ${i}u: { ${call(kernel)} }`).join("\n      ")}
      default: {}
    }
    storageBarrier(); // the next step reads what other threads of the group have written
    workgroupBarrier();
  }
}`;
}

function call({ name, by }: AnyRowKernel): string {
  switch (by) {
    case "each":
      return `
        for (var n = thread; n < ${ROWS}u * size0; n += ${THREADS}u) {
          let r = top + n / size0;
          if (r < run.rows) { ${name}_each(r, n % size0); }
        }`;
    case "row":
      return `${name}_row(head.y, top + thread / 64u, thread);`;
    case "block":
      return `${name}_block(head.y, head.z, top, thread);`;
    default:
      return by satisfies never;
  }
}
