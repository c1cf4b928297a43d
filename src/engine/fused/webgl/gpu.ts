/** Runs programs on the GPU, on the WebGL context of the tensor library, and moves numbers there and back. */
import type { Matrix } from "../matrix";
import type { Gl, Handle } from "./gl";
import { fragmentSource, type Program, VERTEX_SOURCE } from "./program";
import { blockOf, dense, Textures, TEXTURE_WIDTH } from "./textures";

type AnyProgram = Program<string, string, string>;

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
  readonly #compiled = new Map<AnyProgram, Compiled>();
  #readsRed: boolean | null = null;

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
    const compiled = this.#compile(program);
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
    const full = Math.floor(values.length / TEXTURE_WIDTH); // rows of the texture
    const rest = values.length - full * TEXTURE_WIDTH;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, block.texture);
    const write = (row: number, width: number, height: number): void => {
      const place = [0, 0, row, width, height, gl.RED, gl.FLOAT] as const;
      gl.texSubImage2D(gl.TEXTURE_2D, ...place, values, row * TEXTURE_WIDTH);
    };
    if (full > 0) write(0, TEXTURE_WIDTH, full);
    if (rest > 0) write(full, rest, 1);
    return dense(block, rows, cols);
  }

  /**
   * Waits until everything has run.
   * @param m whose rows lie one behind the other
   */
  download(m: Matrix): Float32Array {
    const gl = this.#gl;
    const count = m.rows * m.cols;
    const row = Math.floor(m.offset / TEXTURE_WIDTH);
    const start = m.offset - row * TEXTURE_WIDTH;
    const [width, height] = extent(start + count);
    gl.bindFramebuffer(gl.FRAMEBUFFER, blockOf(m).framebuffer);
    const channels = this.#channels();
    const pixels = new Float32Array(width * height * channels);
    const format = channels === 1 ? gl.RED : gl.RGBA;
    gl.readPixels(0, row, width, height, format, gl.FLOAT, pixels);
    if (channels === 1) return pixels.subarray(start, start + count);
    return Float32Array.from({ length: count }, (_, i) => pixels[(start + i) * channels] ?? 0);
  }

  /** Numbers per place that the device reads back: 1 where it can, else 4, which it always can. */
  #channels(): number {
    const gl = this.#gl;
    this.#readsRed ??=
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED &&
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_TYPE) === gl.FLOAT;
    return this.#readsRed ? 1 : 4;
  }

  #compile(program: AnyProgram): Compiled {
    const known = this.#compiled.get(program);
    if (known) return known;
    const gl = this.#gl;
    const handle = gl.createProgram();
    const shader = this.#compileShader(gl.FRAGMENT_SHADER, fragmentSource(program));
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
    const compiled = {
      handle,
      sizesAt: gl.getUniformLocation(handle, "sizes"),
      factorsAt: gl.getUniformLocation(handle, "factors"),
      sizes: new Int32Array(2 + 2 * program.matrices.length + program.sizes.length),
      factors: new Float32Array(program.factors?.length ?? 0),
    };
    this.#compiled.set(program, compiled);
    return compiled;
  }

  #compileShader(kind: number, source: string): Handle {
    const shader = this.#gl.createShader(kind);
    this.#gl.shaderSource(shader, source);
    this.#gl.compileShader(shader);
    return shader;
  }
}

/** Width and height of the part of a texture that this many numbers reach into. */
function extent(count: number): [width: number, height: number] {
  return [Math.min(count, TEXTURE_WIDTH), Math.ceil(count / TEXTURE_WIDTH)];
}
