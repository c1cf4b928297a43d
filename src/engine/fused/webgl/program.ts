/** GPU programs in GLSL: each call computes four numbers of the result. */
import { TEXTURE_WIDTH } from "./textures";

/** @template M names of its matrices @template S of its whole numbers @template F of its other numbers */
export interface Program<M extends string, S extends string = never, F extends string = never> {
  /** The GLSL reads each by name: `a(r, c)` is a number, `a4(r, c)` four numbers of row r from column c on. */
  readonly matrices: readonly M[];
  readonly sizes: readonly S[];
  readonly factors?: readonly F[];
  /**
   * GLSL that defines `vec4 values(int r, int c)`: four numbers of the result's row r from column c on. Numbers after the
   * end of the row are discarded. They may be garbage, so they must not influence the others.
   */
  readonly code: string;
}

/** Whole numbers of every program, before its own: the result's count of numbers and of columns. */
const COMMON_SIZES = ["count", "cols"];

/**
 * sigmoid, and tanh as `squash`. The slopes sigmoid' and tanh' are not computed from the values, such as s (1 - s),
 * because a saturated value has no digits left for them. Near 0, tanh is computed by its series.
 */
const FUNCTIONS = `
vec4 sigmoid(vec4 x) { return 1.0 / (1.0 + exp(-x)); }
vec4 sigmoidSlope(vec4 x) {
  vec4 e = exp(-abs(x));
  return e / ((1.0 + e) * (1.0 + e));
}
vec4 squash(vec4 x) {
  vec4 e = exp(-2.0 * abs(x));
  vec4 series = x * (1.0 - x * x / 3.0);
  return mix(sign(x) * (1.0 - e) / (1.0 + e), series, lessThan(abs(x), vec4(0.02)));
}
vec4 squashSlope(vec4 x) { return 4.0 * sigmoidSlope(2.0 * x); }
bvec4 isWithin(int left) { return lessThan(ivec4(0, 1, 2, 3), ivec4(left)); }
float sumUpTo(int left, vec4 x) { return dot(mix(vec4(0.0), x, isWithin(left)), vec4(1.0)); }

ivec2 texel(int place) { return ivec2(place & ${TEXTURE_WIDTH - 1}, place >> ${Math.log2(TEXTURE_WIDTH)}); }
vec4 across(vec4 low, vec4 high, int shift) {
  return shift == 1 ? vec4(low.yzw, high.x) : shift == 2 ? vec4(low.zw, high.xy) : vec4(low.w, high.xyz);
}`;

/** Four numbers for each fragment; if a row of the result ends within them, the next row follows. */
const MAIN = `
void main() {
  int i = 4 * (int(gl_FragCoord.y) * ${TEXTURE_WIDTH} + int(gl_FragCoord.x));
  int r = i / cols, c = i - r * cols, filled = 0;
  vec4 four = vec4(0.0);
  while (filled < 4 && i + filled < count) {
    vec4 found = values(r, c);
    four = filled == 0 ? found : mix(across(four, found, 4 - filled), four, isWithin(filled));
    filled += cols - c;
    r++;
    c = 0;
  }
  result = four;
}`;

/** The same if no row of the result ends within a texel. */
const ALIGNED_MAIN = `
void main() {
  int i = 4 * (int(gl_FragCoord.y) * ${TEXTURE_WIDTH} + int(gl_FragCoord.x));
  int r = i / cols;
  result = values(r, i - r * cols);
}`;

/** One triangle that covers the viewport, without stored vertices. */
export const VERTEX_SOURCE = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/**
 * The whole fragment shader. Shapes are uniforms and all textures have the same width, so that a program is compiled once
 * for all sizes. `sizes` holds the common ones, then offset and stride of each matrix, then the program's own.
 * @param isAligned whether every row of the result, and of each matrix read by fours, begins at a texel
 */
export function fragmentSource(
  { matrices, sizes, factors = [], code }: Program<string, string, string>,
  isAligned: boolean,
): string {
  const own = COMMON_SIZES.length + 2 * matrices.length;
  return [
    "#version 300 es",
    "precision highp float; precision highp int; precision highp sampler2D;",
    `uniform int sizes[${own + sizes.length}];`,
    ...COMMON_SIZES.map((name, i) => `#define ${name} sizes[${i}]`),
    ...sizes.map((name, i) => `#define ${name} sizes[${own + i}]`),
    ...(factors.length > 0 ? [`uniform float factors[${factors.length}];`] : []),
    ...factors.map((name, i) => `#define ${name} factors[${i}]`),
    "out vec4 result;",
    FUNCTIONS,
    ...matrices.map((name, i) => reader(name, COMMON_SIZES.length + 2 * i, isAligned)),
    code,
    isAligned ? ALIGNED_MAIN : MAIN,
  ].join("\n");
}

/**
 * GLSL: `values` from a function of row and column that returns a single number. Components are not written by index,
 * because not every shader compiler supports that in a loop.
 */
export function eachOfFour(name: string): string {
  return `vec4 values(int r, int c) {
    vec4 four = vec4(0.0);
    for (int k = 0; k < 4 && c + k < cols; k++)
      four = mix(four, vec4(${name}(r, c + k)), equal(ivec4(k), ivec4(0, 1, 2, 3)));
    return four;
  }`;
}

/** The matrices that a program's GLSL reads by fours. */
export function readByFours<M extends string>({ matrices, code }: Program<M, string, string>): M[] {
  return matrices.filter((name) => new RegExp(`\\b${name}4(At)?\\(`).test(code));
}

/** GLSL: the sampler of a matrix and its reading functions. A texel holds four numbers. */
function reader(name: string, at: number, isAligned: boolean): string {
  const rest = `if ((i & 3) == 0) return low;
      return across(low, texelFetch(${name}Texture, texel((i >> 2) + 1), 0), i & 3);`;
  return `uniform sampler2D ${name}Texture;
    #define ${name}Stride sizes[${at + 1}]
    int ${name}Place(int r, int c) { return sizes[${at}] + r * ${name}Stride + c; }
    float ${name}At(int i) { return texelFetch(${name}Texture, texel(i >> 2), 0)[i & 3]; }
    vec4 ${name}4At(int i) {
      vec4 low = texelFetch(${name}Texture, texel(i >> 2), 0);
      ${isAligned ? "return low;" : rest}
    }
    float ${name}(int r, int c) { return ${name}At(${name}Place(r, c)); }
    vec4 ${name}4(int r, int c) { return ${name}4At(${name}Place(r, c)); }`;
}
