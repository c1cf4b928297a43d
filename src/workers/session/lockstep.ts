/**
 * Lockstep: lanes that train at the same time make the same updates. A lane makes update n + 1 only when every other lane
 * that trains has made update n. A lane that trains alone never waits.
 */
import type { LaneId } from "../protocol";

type Updates = () => number;

/** A lane's part in the lockstep. */
export interface Turn {
  /** Enters with the updates of the lane's run; each call of the function counts them anew. */
  readonly join: (updates: Updates) => void;
  /** Leaves, so that no other lane waits for this one. Does nothing after that. */
  readonly leave: () => void;
  /** Whether another lane that trains has made fewer updates. */
  readonly isAhead: () => boolean;
  /** Whether another lane has made exactly one more, perhaps as its last one before a pause. */
  readonly isOneBehind: () => boolean;
  /** Resolves when a lane has made an update, or has entered or left, and at `wake`. */
  readonly untilChange: () => Promise<void>;
  /** Tells the lanes that wait that something has changed. */
  readonly wake: () => void;
  /** Forgets where this lane has stopped, because it has another run. */
  readonly forget: () => void;
}

export class Lockstep {
  readonly #training = new Map<LaneId, Updates>();
  /** The updates at which lanes have stopped. */
  readonly #stopped = new Map<LaneId, number>();
  #waiting: (() => void)[] = [];

  turnOf(lane: LaneId): Turn {
    const own = (): number => this.#training.get(lane)?.() ?? 0;
    const others = (updates: Iterable<readonly [LaneId, number]>): number[] =>
      [...updates].filter(([id]) => id !== lane).map(([, made]) => made);
    return {
      join: (updates) => {
        this.#stopped.delete(lane);
        this.#training.set(lane, updates);
        this.#wake();
      },
      leave: () => {
        if (!this.#training.has(lane)) return;
        this.#stopped.set(lane, own());
        this.#training.delete(lane);
        this.#wake();
      },
      isAhead: () => others(this.#made()).some((made) => made < own()),
      isOneBehind: () =>
        others([...this.#made(), ...this.#stopped]).some((made) => made === own() + 1),
      untilChange: () => new Promise((resolve) => this.#waiting.push(resolve)),
      wake: () => this.#wake(),
      forget: () => this.#stopped.delete(lane),
    };
  }

  #made(): (readonly [LaneId, number])[] {
    return [...this.#training].map(([lane, updates]) => [lane, updates()]);
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
