/** Allocates blocks of one large buffer, which scopes free for reuse. Sizes are counted in numbers. */
import type { Matrix } from "../matrix";

const SMALLEST = 64; // numbers in the smallest block: 256 bytes

/** The memory of one result. */
export interface Block {
  readonly at: number;
  readonly size: number; // a power of two
  isKept: boolean; //       whether `release` frees it instead of a scope
  /** The batch in which it was last freed, whose commands may still read the old numbers. */
  freedIn: number;
}

interface GrowingBuffer {
  /** Grows to at least `size` numbers. */
  reserve(size: number): void;
  /** The number of the current batch. */
  batch(): number;
}

export class Memory {
  readonly #buffer: GrowingBuffer;
  readonly #scopes: Block[][] = [];
  readonly #idle = new Map<number, Block[]>(); // by size
  #top = 0;
  #zeros: Block | null = null;

  constructor(buffer: GrowingBuffer) {
    this.#buffer = buffer;
  }

  get isInScope(): boolean {
    return this.#scopes.length > 0;
  }

  scope<T>(work: () => T): T {
    this.#scopes.push([]);
    try {
      return work();
    } finally {
      for (const block of this.#scopes.pop() ?? []) this.#free(block);
    }
  }

  /** A matrix, not initialized, which the innermost scope frees. */
  dense(rows: number, cols: number): Matrix {
    const block = this.#take(rows * cols);
    this.#scopes.at(-1)?.push(block);
    return at(block, rows, cols);
  }

  /** A matrix, not initialized, which stays until it is released. */
  kept(rows: number, cols: number): Matrix {
    const block = this.#take(rows * cols);
    block.isKept = true;
    return at(block, rows, cols);
  }

  /** @throws if the matrix was not kept */
  release(m: Matrix): void {
    const block = blockOf(m);
    if (!block.isKept)
      throw new Error("fused, webgpu: expected a kept matrix to release, got another");
    block.isKept = false;
    this.#free(block);
  }

  /** A shared matrix of zeros; do not write to it. */
  zeros(rows: number, cols: number): Matrix {
    const size = roundUp(rows * cols);
    if (!this.#zeros || this.#zeros.size < size) this.#zeros = this.#extend(size); // smaller ones may still be read
    return at(this.#zeros, rows, cols);
  }

  #take(count: number): Block {
    const size = roundUp(count);
    return this.#idle.get(size)?.pop() ?? this.#extend(size);
  }

  /** New memory, which contains zeros like every new buffer. */
  #extend(size: number): Block {
    this.#buffer.reserve(this.#top + size);
    const block = { at: this.#top, size, isKept: false, freedIn: -1 };
    this.#top += size;
    return block;
  }

  #free(block: Block): void {
    block.freedIn = this.#buffer.batch();
    const idle = this.#idle.get(block.size);
    if (idle) idle.push(block);
    else this.#idle.set(block.size, [block]);
  }
}

/** The block that contains a matrix or a window. */
export function blockOf(m: Matrix): Block {
  return m.data as Block;
}

function at(block: Block, rows: number, cols: number): Matrix {
  return { rows, cols, data: block, offset: block.at, stride: cols };
}

function roundUp(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, count)));
}
