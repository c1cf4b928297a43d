/** What a program on the GPU is: one number of the result from some matrices, in GLSL. */
import { TEXTURE_WIDTH } from "./textures";

/** @template M names of its matrices @template S of its whole numbers @template F of its other numbers */
export interface Program<M extends string, S extends string = never, F extends string = never> {
  /** The GLSL reads each by name, as a function of row and column: `a(r, c)`. */
  readonly matrices: readonly M[];
  readonly sizes: readonly S[];
  readonly factors?: readonly F[];
  /** GLSL that defines `float value(int r, int c)`, the number of the result in that row and column. */
  readonly code: string;
}

/** Whole numbers that every program has before its own: places written, columns of the result. */
const COMMON_SIZES = ["count", "cols"];

/**
 * sigmoid, and tanh as `squash`. The slopes, sigmoid' and tanh', are not told from the
 * values, as s (1 - s) is, since a saturated value has no digits left for them. Near 0, tanh is its series.
 */
const FUNCTIONS = `
float sigmoid(float x) { return 1.0 / (1.0 + exp(-x)); }
float sigmoidSlope(float x) {
  float e = exp(-abs(x));
  return e / ((1.0 + e) * (1.0 + e));
}
float squash(float x) {
  if (abs(x) < 0.02) return x * (1.0 - x * x / 3.0);
  float e = exp(-2.0 * abs(x));
  return sign(x) * (1.0 - e) / (1.0 + e);
}
float squashSlope(float x) { return 4.0 * sigmoidSlope(2.0 * x); }`;

/** One triangle that covers everything; no vertex is stored anywhere. */
export const VERTEX_SOURCE = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/**
 * The whole fragment shader. Shapes are uniforms and every texture is of one width, so that a program is compiled once,
 * whatever the sizes. `sizes` holds the common ones, then offset and stride of each matrix, then the program's own.
 */
export function fragmentSource({
  matrices,
  sizes,
  factors = [],
  code,
}: Program<string, string, string>): string {
  const own = COMMON_SIZES.length + 2 * matrices.length;
  return [
    "#version 300 es",
    "precision highp float; precision highp int; precision highp sampler2D;",
    `uniform int sizes[${own + sizes.length}];`,
    ...COMMON_SIZES.map((name, i) => `#define ${name} sizes[${i}]`),
    ...sizes.map((name, i) => `#define ${name} sizes[${own + i}]`),
    ...(factors.length > 0 ? [`uniform float factors[${factors.length}];`] : []),
    ...factors.map((name, i) => `#define ${name} factors[${i}]`),
    "out float result;",
    ...matrices.map((name, i) => reader(name, COMMON_SIZES.length + 2 * i)),
    FUNCTIONS,
    code,
    `void main() {
      int i = int(gl_FragCoord.y) * ${TEXTURE_WIDTH} + int(gl_FragCoord.x);
      if (i >= count) discard;
      int r = i / cols;
      result = value(r, i - r * cols);
    }`,
  ].join("\n");
}

/** The sampler of a matrix and the function that reads a number from it. */
function reader(name: string, place: number): string {
  const shift = Math.log2(TEXTURE_WIDTH);
  return `uniform sampler2D ${name}Texture;
    float ${name}(int r, int c) {
      int i = sizes[${place}] + r * sizes[${place + 1}] + c;
      return texelFetch(${name}Texture, ivec2(i & ${TEXTURE_WIDTH - 1}, i >> ${shift}), 0).r;
    }`;
}
