/** When a trace of the shown example is due during training. */

/** ms at least between two traces: the page redraws its figures no more often. */
const EVERY = 200;

/** The share of the time that goes into traces, apart from those of early updates. */
const SHARE = 1 / 20;

/** The last early update with a trace of its own. Reverse is learned in fewer updates. */
const LAST_EARLY = 512;

/**
 * A trace is due at the updates 0, 1, 2, 4, 8, ... 512, however fast they are made, and else at equal times that keep
 * its share. A fixed share alone would show few maps before a fast model has learned its task.
 */
export class TraceTimes {
  #nextEarly: number; //      update
  #nextTime = -Infinity; //   ms
  #lastCost = Infinity; //    ms

  /** @param updates the updates before this training */
  constructor(updates: number) {
    this.#nextEarly = nextEarlyFrom(updates);
  }

  isDue(updates: number, now: number): boolean {
    return updates >= this.#nextEarly || now >= this.#nextTime;
  }

  /** Counts a trace after `updates` updates that took from `start` to `end`, in ms. */
  count(updates: number, start: number, end: number): void {
    const cost = Math.min(end - start, this.#lastCost); // other work may have interrupted this one
    this.#nextEarly = nextEarlyFrom(updates + 1);
    this.#nextTime = start + Math.max(EVERY, cost / SHARE);
    this.#lastCost = end - start;
  }
}

/** The first of 0, 1, 2, 4, ... that is at least this; Infinity after the last. */
function nextEarlyFrom(updates: number): number {
  if (updates <= 0) return 0;
  const next = 2 ** Math.ceil(Math.log2(updates));
  return next > LAST_EARLY ? Infinity : next;
}
