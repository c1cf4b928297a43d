/** Textures as memory for float32 numbers: a pool, whose textures are recycled at a scope's end. */
import { DeviceLostError } from "../../deviceLost";
import type { Matrix } from "../matrix";
import type { Gl, Handle } from "./gl";

/** Texels, of four numbers each, in a row of every texture; a power of two, so that shaders compute indices by shifts. */
export const TEXTURE_WIDTH = 512;
export const ROW = 4 * TEXTURE_WIDTH; // numbers

const MOST_IDLE = 2 ** 25; // numbers in idle textures: 128 MB

/** A texture that holds the numbers of one result. */
export interface Block {
  readonly texture: Handle;
  readonly framebuffer: Handle; // programs write through it
  readonly height: number; //      rows, a power of two
  holds: number; //                number of `keep` calls
  isScoped: boolean; //            whether an open scope will recycle it
}

export class Textures {
  readonly #gl: Gl;
  readonly #highest: number;
  readonly #scopes: Block[][] = [];
  readonly #idle = new Map<number, Block[]>(); // by height
  #idleNumbers = 0;
  #zeros: Block | null = null;

  constructor(gl: Gl) {
    this.#gl = gl;
    this.#highest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  }

  scope<T>(work: () => T): T {
    this.#scopes.push([]);
    try {
      return work();
    } finally {
      for (const block of this.#scopes.pop() ?? []) {
        block.isScoped = false;
        this.#recycle(block);
      }
    }
  }

  /** A texture for this many numbers, not initialized. The innermost scope recycles it. */
  take(count: number): Block {
    const height = this.#heightFor(count);
    const block = this.#idle.get(height)?.pop();
    if (block) this.#idleNumbers -= height * ROW;
    const taken = block ?? this.#create(height);
    const scope = this.#scopes.at(-1);
    scope?.push(taken);
    taken.isScoped = scope !== undefined;
    return taken;
  }

  /** A shared texture of at least this many zeros; do not write to it. */
  zeros(count: number): Block {
    const height = this.#heightFor(count);
    if (!this.#zeros || this.#zeros.height < height) {
      this.#zeros = this.#create(height); // WebGL clears it. Smaller ones stay, because they may still be read.
      this.#zeros.holds = 1;
    }
    return this.#zeros;
  }

  hold(block: Block): void {
    block.holds++;
  }

  /** Within a scope, the numbers can be read until the scope ends. */
  release(block: Block): void {
    block.holds--;
    const scope = this.#scopes.at(-1);
    if (block.isScoped || !scope) return this.#recycle(block);
    scope.push(block);
    block.isScoped = true;
  }

  #heightFor(count: number): number {
    const height = 2 ** Math.ceil(Math.log2(Math.max(1, count / ROW)));
    if (height <= this.#highest) return height;
    throw new RangeError(`fused, webgl: a texture of this device cannot hold ${count} numbers`);
  }

  #recycle(block: Block): void {
    if (block.isScoped || block.holds > 0) return;
    const size = block.height * ROW;
    if (this.#idleNumbers + size > MOST_IDLE) {
      this.#gl.deleteFramebuffer(block.framebuffer);
      this.#gl.deleteTexture(block.texture);
      return;
    }
    const idle = this.#idle.get(block.height);
    if (idle) idle.push(block);
    else this.#idle.set(block.height, [block]);
    this.#idleNumbers += size;
  }

  #create(height: number): Block {
    const gl = this.#gl;
    const [texture, framebuffer] = [gl.createTexture(), gl.createFramebuffer()];
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, TEXTURE_WIDTH, height);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    const isWhole = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
    // Without memory, WebGL throws nothing and every read would give zeros. After the loss of the GPU process, which the
    // context reports in the next task only, every question gets an empty answer, and there is no error either.
    if (!isWhole) {
      if (gl.getError() !== gl.OUT_OF_MEMORY) throw new DeviceLostError("WebGL");
      throw new RangeError(`fused, webgl: no memory for a texture of ${height * ROW} numbers`);
    }
    return { texture, framebuffer, height, holds: 0, isScoped: false };
  }
}

/** A matrix that fills a texture from its start. */
export function dense(block: Block, rows: number, cols: number): Matrix {
  return { rows, cols, data: block, offset: 0, stride: cols };
}

/** The texture that contains a matrix, which begins at `offset`. */
export function blockOf(m: Matrix): Block {
  return m.data as Block;
}
