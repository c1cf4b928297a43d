/** Blocks of memory that are released one by one and used again. */

interface Block {
  readonly from: number;
  readonly size: number;
}

export class KeptBlocks {
  readonly #more: (count: number) => number;
  readonly #used = new Map<number, number>(); // size by where it begins
  #free: Block[] = []; // in order, no two of them side by side

  /** @param more gives new memory and says where it begins */
  constructor(more: (count: number) => number) {
    this.#more = more;
  }

  /** The smallest free block that is large enough, or new memory. @returns where it begins */
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

  /** @throws if nothing kept begins there */
  release(from: number): void {
    const size = this.#used.get(from);
    if (size === undefined) throw new Error("fused, wasm: released what is not kept");
    this.#used.delete(from);
    const blocks = [...this.#free, { from, size }].toSorted((a, b) => a.from - b.from);
    this.#free = blocks.reduce<Block[]>(joined, []);
  }
}

/** Adds a block to those before it, as one with the last where they touch. */
function joined(blocks: Block[], block: Block): Block[] {
  const last = blocks.at(-1);
  if (!last || last.from + last.size !== block.from) return [...blocks, block];
  return [...blocks.slice(0, -1), { from: last.from, size: last.size + block.size }];
}
