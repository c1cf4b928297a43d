/** Losses that are still on the device. Reading one waits for all queued work of the device. */

/** Limits the work that is queued on a GPU. */
const MOST_PENDING = 32;

/** A queue of losses in the order of their steps; T is the device's handle of a loss. */
export class LossQueue<T> {
  readonly #read: (pending: readonly T[]) => Iterable<number>;
  #pending: T[] = [];
  #arrived: number[] = [];

  /** @param read reads these losses in one transfer and releases their handles */
  constructor(read: (pending: readonly T[]) => Iterable<number>) {
    this.#read = read;
  }

  add(loss: T): void {
    this.#pending.push(loss);
    if (this.#pending.length >= MOST_PENDING) this.#settle();
  }

  /** The losses added since the last call. */
  take(): readonly number[] {
    this.#settle();
    const taken = this.#arrived;
    this.#arrived = [];
    return taken;
  }

  /** Removes the unread losses; the caller releases their handles. */
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
