/** Room taken one piece behind the other and given back all at once, down to a mark. */

/** A stretch of memory, counted in numbers. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How far an arena is filled. */
export interface Mark {
  readonly stretch: number;
  readonly top: number;
}

const SMALLEST = 2 ** 20; // what is asked for at once, 4 MiB

export class Arena {
  readonly #more: (count: number) => number;
  readonly #stretches: Stretch[] = [];
  #stretch = 0; // the one being filled
  #top = 0; //     up to where

  /** @param more gives new memory and says where it begins */
  constructor(more: (count: number) => number) {
    this.#more = more;
  }

  /** @returns where the room begins */
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

  /** New memory: more of the last stretch where it follows it, else a stretch of its own. */
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
