/** An allocator of blocks for kept matrices, which are released one by one and reused. */

interface Block {
  readonly from: number;
  readonly size: number;
}

export class KeptBlocks {
  readonly #more: (count: number) => number;
  readonly #used = new Map<number, number>(); // size by start
  #free: Block[] = []; // sorted by start, never adjacent

  /** @param more allocates memory and returns its start */
  constructor(more: (count: number) => number) {
    this.#more = more;
  }

  /** Takes the smallest free block that is large enough, or new memory. @returns its start */
  take(count: number): number {
    const fits = this.#free.filter(({ size }) => size >= count);
    const [first, ...others] = fits;
    const best = first && others.reduce((a, b) => (b.size < a.size ? b : a), first);
    const from = best?.from ?? this.#more(count);
    if (best) {
      const rest = { from: best.from + count, size: best.size - count };
      this.#free = this.#free.flatMap((block) =>
        block !== best ? [block] : rest.size > 0 ? [rest] : [],
      );
    }
    this.#used.set(from, count);
    return from;
  }

  /** @throws if no kept block begins at `from` */
  release(from: number): void {
    const size = this.#used.get(from);
    if (size === undefined)
      throw new Error("fused, wasm: expected a kept matrix to release, got another");
    this.#used.delete(from);
    const blocks = [...this.#free, { from, size }].toSorted((a, b) => a.from - b.from);
    this.#free = blocks.reduce<Block[]>(joined, []);
  }
}

/** Appends a free block, merged with the last one if they are adjacent. */
function joined(blocks: Block[], block: Block): Block[] {
  const last = blocks.at(-1);
  if (!last || last.from + last.size !== block.from) return [...blocks, block];
  return [...blocks.slice(0, -1), { from: last.from, size: last.size + block.size }];
}
