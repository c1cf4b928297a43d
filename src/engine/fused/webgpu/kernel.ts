/** GPU kernels in WGSL, and the whole shader of a kernel. */

/**
 * @template M names of its matrices, including those that it writes
 * @template S of its whole numbers @template F of its other numbers
 */
export interface Kernel<M extends string, S extends string = never, F extends string = never> {
  /** The WGSL reads each by name, `a(r, c)`, and writes it by `put_a(r, c, value)`. */
  readonly matrices: readonly M[];
  /** The WGSL reads them and the factors as `given.name`. */
  readonly sizes: readonly S[];
  readonly factors?: readonly F[];
  /** Rows of four whole numbers, read as `given.table[i]`. */
  readonly table?: number;
  /**
   * The threads of a group that cooperate, with barriers; the WGSL defines `fn work(group: vec3u, thread: u32)`.
   * If undefined, each thread computes one number: `fn each(r: u32, c: u32)`.
   */
  readonly together?: 64 | 256;
  readonly code: string;
}

export type AnyKernel = Kernel<string, string, string>;

/** Threads of a group if each computes one number. */
export const ALONE = 64;

/** Whole numbers of every kernel, before its own: the extent of its result. */
const EXTENT = ["rows", "cols"];

/**
 * sigmoid, and tanh as `squash`. WGSL's own tanh is inaccurate and overflows on some devices, so it is computed by its
 * series near 0 and by an exponential elsewhere. The slopes sigmoid' and tanh' are not computed from the values, such as
 * s (1 - s), because a saturated value has no digits left for them.
 */
export const FUNCTIONS = `
fn sigmoid(x: f32) -> f32 {
  let e = exp(-abs(x));
  return select(e, 1.0, x >= 0.0) / (1.0 + e);
}
fn sigmoidSlope(x: f32) -> f32 {
  let e = exp(-abs(x));
  return e / ((1.0 + e) * (1.0 + e));
}
fn squash(x: f32) -> f32 {
  let e = exp(-2.0 * abs(x));
  let s = x * x;
  let series = x * (1.0 - s * (1.0 / 3.0 - s * (2.0 / 15.0 - s * 17.0 / 315.0)));
  return select(sign(x) * (1.0 - e) / (1.0 + e), series, abs(x) < 0.2);
}
fn squashSlope(x: f32) -> f32 { return 4.0 * sigmoidSlope(2.0 * x); }`;

const EACH = `
@compute @workgroup_size(${ALONE})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var i = id.x; i < given.rows * given.cols; i += ${ALONE}u * groups.x) {
    each(i / given.cols, i % given.cols);
  }
}`;

const together = (threads: number): string => `
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  work(group, thread);
}`;

/** The whole shader. Shapes are arguments of a run, so that a kernel is compiled once for all sizes. */
export function shaderSource(kernel: AnyKernel): string {
  const { matrices, sizes, factors = [], table = 0 } = kernel;
  const places = matrices.flatMap((name) => [`${name}Offset`, `${name}Stride`]);
  return [
    "struct Numbers {",
    ...[...EXTENT, ...places, ...sizes].map((name) => `${name}: u32,`),
    ...factors.map((name) => `${name}: f32,`),
    table > 0 ? `table: array<vec4u, ${table}>,` : "",
    "}",
    "@group(0) @binding(0) var<storage, read_write> memory: array<f32>;",
    "@group(0) @binding(1) var<uniform> given: Numbers;",
    FUNCTIONS,
    ...matrices.map(access),
    kernel.code,
    kernel.together === undefined ? EACH : together(kernel.together),
  ].join("\n");
}

function access(name: string): string {
  const place = `memory[given.${name}Offset + r * given.${name}Stride + c]`;
  return `
fn ${name}(r: u32, c: u32) -> f32 { return ${place}; }
fn put_${name}(r: u32, c: u32, value: f32) { ${place} = value; }`;
}
