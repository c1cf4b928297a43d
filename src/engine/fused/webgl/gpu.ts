/** Runs programs on the GPU, on the WebGL context of the tensor library, and moves numbers there and back. */
import type { Matrix } from "../matrix";
import type { Gl, Handle } from "./gl";
import { fragmentSource, type Program, readByFours, VERTEX_SOURCE } from "./program";
import { blockOf, dense, ROW, Textures, TEXTURE_WIDTH } from "./textures";

type AnyProgram = Program<string, string, string>;

/** What is known of a program: compiled for rows that begin texels, and for any others, once each is needed. */
interface Known {
  readonly byFours: readonly string[]; // matrices
  aligned: Compiled | null;
  general: Compiled | null;
}

/** A program as the context knows it, and room for what changes from run to run. */
interface Compiled {
  readonly handle: Handle;
  readonly sizesAt: Handle;
  readonly factorsAt: Handle;
  readonly sizes: Int32Array;
  readonly factors: Float32Array;
}

/**
 * The tensor library sets all of the context's state that it uses before each of its own programs, and so does this.
 */
export class Gpu {
  readonly textures: Textures;
  readonly #gl: Gl;
  readonly #vertexArray: Handle; // empty; another's would bring its buffers along
  readonly #vertexShader: Handle;
  readonly #known = new Map<AnyProgram, Known>();

  /** @throws if the context cannot write float32 */
  constructor(gl: Gl) {
    if (!gl.getExtension("EXT_color_buffer_float"))
      throw new Error("fused, webgl: this device cannot write float32");
    this.#gl = gl;
    this.#vertexArray = gl.createVertexArray();
    this.#vertexShader = this.#compileShader(gl.VERTEX_SHADER, VERTEX_SOURCE);
    this.textures = new Textures(gl);
  }

  /**
   * One run of a program.
   * @param matrices by the names that its GLSL has for them
   * @param numbers its sizes and factors, by name
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
   * @param m whose rows lie one behind the other
   */
  download(m: Matrix): Float32Array {
    const gl = this.#gl;
    const count = m.rows * m.cols;
    const row = Math.floor(m.offset / ROW);
    const start = m.offset - row * ROW;
    const [width, height] = extent(start + count);
    const numbers = new Float32Array(4 * width * height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, blockOf(m).framebuffer);
    gl.readPixels(0, row, width, height, gl.RGBA, gl.FLOAT, numbers);
    return numbers.subarray(start, start + count);
  }

  #find(program: AnyProgram, matrices: Readonly<Record<string, Matrix>>, cols: number): Compiled {
    let known = this.#known.get(program);
    if (!known) {
      known = { byFours: readByFours(program), aligned: null, general: null };
      this.#known.set(program, known);
    }
    const isAligned = cols % 4 === 0 && known.byFours.every((name) => isOnTexels(matrices[name]));
    if (isAligned) return (known.aligned ??= this.#compile(program, true));
    return (known.general ??= this.#compile(program, false));
  }

  #compile(program: AnyProgram, isAligned: boolean): Compiled {
    const gl = this.#gl;
    const handle = gl.createProgram();
    const shader = this.#compileShader(gl.FRAGMENT_SHADER, fragmentSource(program, isAligned));
    gl.attachShader(handle, this.#vertexShader);
    gl.attachShader(handle, shader);
    gl.linkProgram(handle);
    if (gl.getProgramParameter(handle, gl.LINK_STATUS) !== true && !gl.isContextLost())
      throw new Error(`fused, webgl: ${gl.getShaderInfoLog(shader) ?? "a program does not link"}`);
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

/** Whether every row begins a texel. */
function isOnTexels(m: Matrix | undefined): boolean {
  return m !== undefined && m.offset % 4 === 0 && m.stride % 4 === 0;
}

/** Width and height of the part of a texture that this many numbers reach into. */
function extent(count: number): [width: number, height: number] {
  const texels = Math.ceil(count / 4);
  return [Math.min(texels, TEXTURE_WIDTH), Math.ceil(texels / TEXTURE_WIDTH)];
}

/** The numbers, and zeros up to a multiple of four. */
function wholeTexels(values: Float32Array): Float32Array {
  if (values.length % 4 === 0) return values;
  const padded = new Float32Array(4 * Math.ceil(values.length / 4));
  padded.set(values);
  return padded;
}
