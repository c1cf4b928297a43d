/** When a trace of the shown example is due during training. */

/** ms at least between two traces, as the figures are drawn only a few times a second. */
const EVERY = 150;

/** The share of the time that goes into traces at most, apart from those of early updates. */
const SHARE = 1 / 20;

/** The early updates with a trace of their own end here: a map forms in fewer. */
const LAST_EARLY = 512;

/**
 * A trace is due at the updates 0, 1, 2, 4, 8, ... 512, however fast they are made, and else at equal times that keep
 * its share. A fixed share alone would show the first maps of a fast model too late, and few of them.
 */
export class TraceTimes {
  #nextEarly: number; //      update
  #nextTime = -Infinity; //   ms

  /** @param updates the updates before this training */
  constructor(updates: number) {
    this.#nextEarly = nextEarlyFrom(updates);
  }

  isDue(updates: number, now: number): boolean {
    return updates >= this.#nextEarly || now >= this.#nextTime;
  }

  /** Counts a trace after `updates` updates that took from `start` to `end`, in ms. */
  count(updates: number, start: number, end: number): void {
    this.#nextEarly = nextEarlyFrom(updates + 1);
    this.#nextTime = start + Math.max(EVERY, (end - start) / SHARE);
  }
}

/** The first of 0, 1, 2, 4, ... that is at least this; Infinity after the last. */
function nextEarlyFrom(updates: number): number {
  if (updates <= 0) return 0;
  const next = 2 ** Math.ceil(Math.log2(updates));
  return next > LAST_EARLY ? Infinity : next;
}
