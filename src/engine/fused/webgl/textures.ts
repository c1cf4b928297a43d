/** Textures as memory: float32 numbers in rows of one width, handed out, taken back at a scope's end, and used again. */
import type { Matrix } from "../matrix";
import type { Gl, Handle } from "./gl";

/** Texels in a row of every texture, of four numbers each; a power of two, so that a place is found by shifting. */
export const TEXTURE_WIDTH = 512;
export const ROW = 4 * TEXTURE_WIDTH; // numbers

const MOST_IDLE = 2 ** 25; // numbers in textures that wait to be used again: 128 MB

/** A texture that holds the numbers of one result. */
export interface Block {
  readonly texture: Handle;
  readonly framebuffer: Handle; // through which programs write to it
  readonly height: number; //      rows, a power of two
  holds: number; //                by `keep`
  isScoped: boolean; //            an open scope will see to it
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

  /** A texture for this many numbers; what is in it is arbitrary. It goes with the innermost scope. */
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

  /** A texture of at least this many zeros, which all share and none may write to. */
  zeros(count: number): Block {
    const height = this.#heightFor(count);
    if (!this.#zeros || this.#zeros.height < height) {
      this.#zeros = this.#create(height); // WebGL clears it. Smaller ones may still be read, so they stay.
      this.#zeros.holds = 1;
    }
    return this.#zeros;
  }

  hold(block: Block): void {
    block.holds++;
  }

  /** Within a scope the numbers can still be read until it ends. */
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
    throw new RangeError(`fused, webgl: ${count} numbers do not fit into a texture of this device`);
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
    // A lost context is noticed elsewhere. Without room nothing is thrown, and every read would give zeros.
    if (!isWhole && !gl.isContextLost())
      throw new RangeError(`fused, webgl: no room for a texture of ${height * ROW} numbers`);
    return { texture, framebuffer, height, holds: 0, isScoped: false };
  }
}

/** A matrix that fills a texture from its start. */
export function dense(block: Block, rows: number, cols: number): Matrix {
  return { rows, cols, data: block, offset: 0, stride: cols };
}

/** The texture that a matrix lies in; its first number is at `offset`. */
export function blockOf(m: Matrix): Block {
  return m.data as Block;
}
