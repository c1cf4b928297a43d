/** Room in one large buffer: handed out in blocks, taken back when a scope ends, and used again. Counted in numbers. */
import type { Matrix } from "../matrix";

const SMALLEST = 64; // numbers in the smallest block: 256 bytes

/** Room for one result. */
export interface Block {
  readonly at: number;
  readonly size: number; // a power of two
  isKept: boolean; //       released by whoever keeps it, not by the scope's end
  /** The batch of commands in which it was last given back: they may still read what was there. */
  freedIn: number;
}

interface GrowingBuffer {
  /** Makes it hold at least so many numbers. */
  reserve(size: number): void;
  /** The number of the batch of commands that is being written. */
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
      for (const block of this.#scopes.pop() ?? []) this.#giveBack(block);
    }
  }

  /** A matrix of arbitrary numbers, which goes with the innermost scope. */
  dense(rows: number, cols: number): Matrix {
    const block = this.#take(rows * cols);
    this.#scopes.at(-1)?.push(block);
    return at(block, rows, cols);
  }

  /** A matrix of arbitrary numbers that stays until it is released. */
  kept(rows: number, cols: number): Matrix {
    const block = this.#take(rows * cols);
    block.isKept = true;
    return at(block, rows, cols);
  }

  /** @throws if the matrix was not kept */
  release(m: Matrix): void {
    const block = blockOf(m);
    if (!block.isKept) throw new Error("fused, webgpu: released what is not kept");
    block.isKept = false;
    this.#giveBack(block);
  }

  /** Zeros that all share and nothing writes to. */
  zeros(rows: number, cols: number): Matrix {
    const size = roundUp(rows * cols);
    if (!this.#zeros || this.#zeros.size < size) this.#zeros = this.#extend(size); // smaller ones may still be read
    return at(this.#zeros, rows, cols);
  }

  #take(count: number): Block {
    const size = roundUp(count);
    return this.#idle.get(size)?.pop() ?? this.#extend(size);
  }

  /** Room that nobody has had: it holds zeros, as every new buffer does. */
  #extend(size: number): Block {
    this.#buffer.reserve(this.#top + size);
    const block = { at: this.#top, size, isKept: false, freedIn: -1 };
    this.#top += size;
    return block;
  }

  #giveBack(block: Block): void {
    block.freedIn = this.#buffer.batch();
    const idle = this.#idle.get(block.size);
    if (idle) idle.push(block);
    else this.#idle.set(block.size, [block]);
  }
}

/** The block that a matrix lies in, window or not. */
export function blockOf(m: Matrix): Block {
  return m.data as Block;
}

function at(block: Block, rows: number, cols: number): Matrix {
  return { rows, cols, data: block, offset: block.at, stride: cols };
}

function roundUp(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, count)));
}
