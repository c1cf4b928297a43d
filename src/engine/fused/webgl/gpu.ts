/** Runs programs in the tensor library's WebGL context, and transfers numbers. */
import { DeviceLostError } from "../../deviceLost";
import type { Matrix } from "../matrix";
import type { Gl, Handle } from "./gl";
import { fragmentSource, type Program, readByFours, VERTEX_SOURCE } from "./program";
import { blockOf, dense, ROW, Textures, TEXTURE_WIDTH } from "./textures";

/** Bits of a NaN that no device computes. A lost context leaves them where it should write. */
const UNREAD = 0x7fa5a5a5;

type AnyProgram = Program<string, string, string>;

/** The compiled variants of a program, made on first use: for rows that begin at texels, and for any rows. */
interface Variants {
  readonly byFours: readonly string[]; // matrices read by fours
  aligned: Compiled | null;
  general: Compiled | null;
}

/** A compiled program, with buffers for the numbers of a run. */
interface Compiled {
  readonly handle: Handle;
  readonly sizesAt: Handle;
  readonly factorsAt: Handle;
  readonly sizes: Int32Array;
  readonly factors: Float32Array;
}

/**
 * Shares the context with the tensor library. Both set all the state that they use before each program.
 */
export class Gpu {
  readonly textures: Textures;
  readonly #gl: Gl;
  readonly #vertexArray: Handle; // empty, so that no buffers of the tensor library are bound
  readonly #vertexShader: Handle;
  readonly #variants = new Map<AnyProgram, Variants>();

  /** @throws if the context cannot write float32 */
  constructor(gl: Gl) {
    if (!gl.getExtension("EXT_color_buffer_float"))
      throw new Error("fused, webgl: expected a device that writes float32");
    this.#gl = gl;
    this.#vertexArray = gl.createVertexArray();
    this.#vertexShader = this.#compileShader(gl.VERTEX_SHADER, VERTEX_SOURCE);
    this.textures = new Textures(gl);
  }

  /**
   * Runs a program.
   * @param matrices by their names in the GLSL
   * @param numbers sizes and factors, by name
   */
  run<M extends string, S extends string, F extends string>(
    program: Program<M, S, F>,
    matrices: Readonly<Record<M, Matrix>>,
    numbers: Readonly<Record<S | F, number>>,
    [rows, cols]: readonly [rows: number, cols: number],
  ): Matrix {
    const result = this.textures.take(rows * cols);
    const inputs = program.matrices.map((name) => matrices[name]);
    const compiled = this.#find(program, matrices, cols);
    const gl = this.#gl;
    gl.useProgram(compiled.handle);
    gl.bindVertexArray(this.#vertexArray);
    inputs.forEach((m, unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, blockOf(m).texture);
    });
    compiled.sizes.set([rows * cols, cols, ...inputs.flatMap((m) => [m.offset, m.stride])]);
    program.sizes.forEach((name, i) => {
      compiled.sizes[2 + 2 * inputs.length + i] = numbers[name];
    });
    gl.uniform1iv(compiled.sizesAt, compiled.sizes);
    program.factors?.forEach((name, i) => {
      compiled.factors[i] = numbers[name];
    });
    if (program.factors) gl.uniform1fv(compiled.factorsAt, compiled.factors);
    gl.bindFramebuffer(gl.FRAMEBUFFER, result.framebuffer);
    const [width, height] = extent(rows * cols);
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    return dense(result, rows, cols);
  }

  /** @param values row by row */
  upload(values: Float32Array, rows: number, cols: number): Matrix {
    const gl = this.#gl;
    const block = this.textures.take(values.length);
    const texels = wholeTexels(values);
    const full = Math.floor(texels.length / ROW); // rows of the texture
    const rest = texels.length - full * ROW;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, block.texture);
    const write = (row: number, width: number, height: number): void => {
      const place = [0, 0, row, width, height, gl.RGBA, gl.FLOAT] as const;
      gl.texSubImage2D(gl.TEXTURE_2D, ...place, texels, row * ROW);
    };
    if (full > 0) write(0, TEXTURE_WIDTH, full);
    if (rest > 0) write(full, rest / 4, 1);
    return dense(block, rows, cols);
  }

  /**
   * Waits until everything has run.
   * @param m a matrix with contiguous rows
   * @throws DeviceLostError after the loss of the context, which would leave zeros
   */
  download(m: Matrix): Float32Array {
    const gl = this.#gl;
    const count = m.rows * m.cols;
    const row = Math.floor(m.offset / ROW);
    const start = m.offset - row * ROW;
    const [width, height] = extent(start + count);
    const numbers = new Float32Array(4 * width * height);
    const bits = new Uint32Array(numbers.buffer);
    bits[0] = UNREAD;
    gl.bindFramebuffer(gl.FRAMEBUFFER, blockOf(m).framebuffer);
    gl.readPixels(0, row, width, height, gl.RGBA, gl.FLOAT, numbers);
    if (bits[0] === UNREAD || gl.isContextLost()) throw new DeviceLostError("WebGL");
    return numbers.subarray(start, start + count);
  }

  #find(program: AnyProgram, matrices: Readonly<Record<string, Matrix>>, cols: number): Compiled {
    let variants = this.#variants.get(program);
    if (!variants) {
      variants = { byFours: readByFours(program), aligned: null, general: null };
      this.#variants.set(program, variants);
    }
    const isAligned =
      cols % 4 === 0 && variants.byFours.every((name) => isOnTexels(matrices[name]));
    if (isAligned) return (variants.aligned ??= this.#compile(program, true));
    return (variants.general ??= this.#compile(program, false));
  }

  #compile(program: AnyProgram, isAligned: boolean): Compiled {
    const gl = this.#gl;
    const handle = gl.createProgram();
    const shader = this.#compileShader(gl.FRAGMENT_SHADER, fragmentSource(program, isAligned));
    gl.attachShader(handle, this.#vertexShader);
    gl.attachShader(handle, shader);
    gl.linkProgram(handle);
    if (gl.getProgramParameter(handle, gl.LINK_STATUS) !== true) throw refusal(gl, shader);
    gl.deleteShader(shader);
    gl.useProgram(handle);
    program.matrices.forEach((name, unit) => {
      gl.uniform1i(gl.getUniformLocation(handle, `${name}Texture`), unit);
    });
    return {
      handle,
      sizesAt: gl.getUniformLocation(handle, "sizes"),
      factorsAt: gl.getUniformLocation(handle, "factors"),
      sizes: new Int32Array(2 + 2 * program.matrices.length + program.sizes.length),
      factors: new Float32Array(program.factors?.length ?? 0),
    };
  }

  #compileShader(kind: number, source: string): Handle {
    const shader = this.#gl.createShader(kind);
    this.#gl.shaderSource(shader, source);
    this.#gl.compileShader(shader);
    return shader;
  }
}

/** Why a program does not link. A compiler says what it refuses; a lost device says nothing. */
function refusal(gl: Gl, shader: Handle): Error {
  const log = gl.getShaderInfoLog(shader) ?? "";
  return log === "" ? new DeviceLostError("WebGL") : new Error(`fused, webgl: ${log}`);
}

/** Whether every row begins at a texel. */
function isOnTexels(m: Matrix | undefined): boolean {
  return m !== undefined && m.offset % 4 === 0 && m.stride % 4 === 0;
}

/** Width and height of the part of a texture that contains this many numbers. */
function extent(count: number): [width: number, height: number] {
  const texels = Math.ceil(count / 4);
  return [Math.min(texels, TEXTURE_WIDTH), Math.ceil(texels / TEXTURE_WIDTH)];
}

/** The numbers, padded with zeros to a multiple of four. */
function wholeTexels(values: Float32Array): Float32Array {
  if (values.length % 4 === 0) return values;
  const padded = new Float32Array(4 * Math.ceil(values.length / 4));
  padded.set(values);
  return padded;
}
