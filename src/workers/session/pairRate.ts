/** The pairs that a run trains on in a second, smoothed. */

/** ms after which an earlier part counts 1/e as much. */
const MEMORY = 1000;

/**
 * An exponential mean: sums of pairs and of time, in which a part of the training that is `age` ms old counts
 * exp(-age / 1000). Single updates take too unequal times to be read from their own.
 */
export class PairRate {
  #pairs = 0;
  #milliseconds = 0;

  /** Adds a part of the training. On a GPU its pairs and their time may come apart. */
  add(pairs: number, milliseconds: number): void {
    const kept = Math.exp(-milliseconds / MEMORY);
    this.#pairs = this.#pairs * kept + pairs;
    this.#milliseconds = this.#milliseconds * kept + milliseconds;
  }

  /** 0 before any time has passed. */
  get perSecond(): number {
    return this.#milliseconds > 0 ? (1000 * this.#pairs) / this.#milliseconds : 0;
  }
}
