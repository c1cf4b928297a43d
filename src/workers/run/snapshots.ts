/** Weights of a run at earlier steps: a bounded, evenly spaced series for the replay. */
import { isAllFinite } from "../../engine/results/finite";

export interface Snapshot {
  readonly step: number;
  readonly parameters: Float32Array; // [P]
}

/** With more snapshots, neighbouring maps would look the same. */
const MOST = 24;

/** For one run; the session holds two. A model too large for two snapshots keeps its first and last all the same. */
const BYTES = 32e6;

export class Snapshots {
  readonly #most: number;
  #kept: readonly Snapshot[] = [];
  #spacing = 1; // steps; all snapshots but the first and the last lie on a multiple of it

  /** @param parameters the number of parameters of the model, P */
  constructor(parameters: number) {
    const fitting = Math.floor(BYTES / (parameters * Float32Array.BYTES_PER_ELEMENT));
    this.#most = Math.min(MOST, Math.max(2, fitting));
  }

  /** Ascending: the first step, evenly spaced ones, and the newest. */
  get all(): readonly Snapshot[] {
    return this.#kept;
  }

  /** Ascending. */
  get steps(): readonly number[] {
    return this.#kept.map(({ step }) => step);
  }

  /** Adds the newest weights. A second snapshot of the same step changes nothing, nor do weights that are not finite. */
  add(snapshot: Snapshot): void {
    const last = this.#kept.at(-1);
    if (last?.step === snapshot.step || !isAllFinite(snapshot.parameters)) return;
    // The snapshot that was newest until now may not lie on a multiple of the spacing.
    this.#kept = [...this.#thinned(), snapshot];
    while (this.#kept.length > this.#most) {
      this.#spacing *= 2;
      this.#kept = [...this.#thinned(this.#kept.slice(0, -1)), snapshot];
    }
  }

  /** The snapshot nearest to a step; null where there are no snapshots. */
  nearest(step: number): Snapshot | null {
    const distance = (one: Snapshot): number => Math.abs(one.step - step);
    return this.#kept.reduce<Snapshot | null>(
      (best, one) => (best === null || distance(one) < distance(best) ? one : best),
      null,
    );
  }

  #thinned(kept = this.#kept): readonly Snapshot[] {
    return kept.filter(({ step }, i) => i === 0 || step % this.#spacing === 0);
  }
}
