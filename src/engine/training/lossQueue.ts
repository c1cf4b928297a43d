/** Losses that are still on the device. They are read in groups, and training goes on while a group travels. */

/** Losses in a group at most; each holds memory of the device. */
const MOST_PENDING = 32;

/** A queue of losses in the order of their steps; T is the device's handle of a loss. */
export class LossQueue<T> {
  readonly #read: (pending: readonly T[]) => Promise<Iterable<number>>;
  #pending: T[] = [];
  #reads: Promise<Iterable<number>>[] = [];

  /** @param read reads these losses in one transfer and releases their handles in the call */
  constructor(read: (pending: readonly T[]) => Promise<Iterable<number>>) {
    this.#read = read;
  }

  add(loss: T): void {
    this.#pending.push(loss);
    if (this.#pending.length >= MOST_PENDING) this.#beginRead();
  }

  /** The losses added between the last call and this one, in their order, whichever transfer ends first. */
  async take(): Promise<readonly number[]> {
    this.#beginRead();
    const reads = this.#reads;
    this.#reads = [];
    return (await Promise.all(reads)).flatMap((losses) => [...losses]);
  }

  /** Removes the losses that no transfer has begun to read; the caller releases their handles. */
  drop(): readonly T[] {
    const dropped = this.#pending;
    this.#pending = [];
    return dropped;
  }

  #beginRead(): void {
    if (this.#pending.length === 0) return;
    const reading = this.#read(this.#pending);
    reading.catch(() => undefined); // `take` throws it
    this.#reads.push(reading);
    this.#pending = [];
  }
}
