/** When a trace of the shown example is due during training. */

/** ms from one trace to the next: the page redraws itself with each trace, and a redraw costs a frame. */
const EVERY = 500;

/** The share of the time that goes into traces, apart from those of early updates. */
const SHARE = 1 / 20;

/** Early updates have a trace after this many updates at the latest. */
const EARLY_EVERY = 40; // updates

/** The last early update. Reverse is learned in fewer updates. */
const LAST_EARLY = 400;

/**
 * A trace is due at equal times that keep its share, and up to update 400 after 40 updates at the latest, however fast
 * they are made. Times alone would show few maps before a fast model has learned its task.
 */
export class TraceTimes {
  #nextEarly = 0; //          update
  #nextTime = -Infinity; //   ms
  #lastCost = Infinity; //    ms

  isDue(updates: number, now: number): boolean {
    return updates >= this.#nextEarly || now >= this.#nextTime;
  }

  /** Counts a trace after `updates` updates that took from `start` to `end`, in ms. */
  count(updates: number, start: number, end: number): void {
    const cost = Math.min(end - start, this.#lastCost); // other work may have interrupted this one
    const early = updates + EARLY_EVERY;
    this.#nextEarly = early <= LAST_EARLY ? early : Infinity;
    this.#nextTime = start + Math.max(EVERY, cost / SHARE);
    this.#lastCost = end - start;
  }
}
