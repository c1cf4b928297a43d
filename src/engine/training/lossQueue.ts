/** Losses on their way from the device: reading one waits for all that the device has been told to do. */

/** Bounds the work that a GPU is told to do ahead of what it has done. */
const MOST_PENDING = 32;

/** Losses in the order of their steps; T is where one of them lies. */
export class LossQueue<T> {
  readonly #read: (pending: readonly T[]) => Iterable<number>;
  #pending: T[] = [];
  #arrived: number[] = [];

  /** @param read the numbers of these losses in one transfer, after which it gives back what held them */
  constructor(read: (pending: readonly T[]) => Iterable<number>) {
    this.#read = read;
  }

  add(loss: T): void {
    this.#pending.push(loss);
    if (this.#pending.length >= MOST_PENDING) this.#settle();
  }

  /** Those that were added since the last call. */
  take(): readonly number[] {
    this.#settle();
    const taken = this.#arrived;
    this.#arrived = [];
    return taken;
  }

  /** Forgets those that nobody has read; whoever calls gives back what holds them. */
  drop(): readonly T[] {
    const dropped = this.#pending;
    this.#pending = [];
    return dropped;
  }

  #settle(): void {
    if (this.#pending.length > 0) this.#arrived.push(...this.#read(this.#pending));
    this.#pending = [];
  }
}
