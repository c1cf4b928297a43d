/** A stack allocator: memory is taken piece by piece and freed down to a mark. */

/** A contiguous range of memory, counted in numbers. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The fill level of an arena. */
export interface Mark {
  readonly stretch: number;
  readonly top: number;
}

const SMALLEST = 2 ** 20; // numbers in a request for memory, 4 MiB

export class Arena {
  readonly #more: (count: number) => number;
  readonly #stretches: Stretch[] = [];
  #stretch = 0; // index of the current one
  #top = 0; //     its fill level

  /** @param more allocates memory and returns its start */
  constructor(more: (count: number) => number) {
    this.#more = more;
  }

  /** @returns the start of the memory */
  take(count: number): number {
    for (;;) {
      const stretch = this.#stretches[this.#stretch];
      if (stretch && this.#top + count <= stretch.to) break;
      if (this.#stretch < this.#stretches.length - 1) this.#fill(this.#stretch + 1);
      else this.#extend(count);
    }
    const from = this.#top;
    this.#top += count;
    return from;
  }

  mark(): Mark {
    return { stretch: this.#stretch, top: this.#top };
  }

  rewind({ stretch, top }: Mark): void {
    this.#stretch = stretch;
    this.#top = Math.max(top, this.#stretches[stretch]?.from ?? 0); // a mark may be older than the first stretch
  }

  /** Allocates memory: it extends the last stretch if it is adjacent, else it is a new stretch. */
  #extend(count: number): void {
    const size = Math.max(count, SMALLEST);
    const from = this.#more(size);
    const last = this.#stretches.at(-1);
    if (last?.to === from) {
      this.#stretches[this.#stretches.length - 1] = { from: last.from, to: from + size };
      return;
    }
    this.#stretches.push({ from, to: from + size });
    this.#fill(this.#stretches.length - 1);
  }

  #fill(stretch: number): void {
    this.#stretch = stretch;
    this.#top = this.#stretches[stretch]?.from ?? 0;
  }
}
