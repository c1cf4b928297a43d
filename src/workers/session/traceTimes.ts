/** When a trace of the shown example is due during training. */

/** ms at least between two traces, apart from those of early updates: the page redraws itself with each trace. */
const EVERY = 500;

/** The share of the time that goes into traces, apart from those of early updates. */
const SHARE = 1 / 20;

/** The distance of early updates with a trace of their own, in updates. */
const EARLY_EVERY = 40;

/** The last early update. Reverse is learned in fewer updates. */
const LAST_EARLY = 400;

/**
 * A trace is due at the updates 0, 40, 80, ... 400, however fast they are made, and else at equal times that keep its
 * share. Times alone would show few maps before a fast model has learned its task.
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

/** The first of 0, 40, 80, ... that is at least this; Infinity after the last. */
function nextEarlyFrom(updates: number): number {
  const next = EARLY_EVERY * Math.ceil(updates / EARLY_EVERY);
  return next > LAST_EARLY ? Infinity : next;
}
