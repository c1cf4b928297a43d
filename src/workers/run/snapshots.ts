/** Weights of a run as they were along the way: a bounded, evenly spaced series, for looking back without training again. */

export interface Snapshot {
  readonly step: number;
  readonly parameters: Float32Array; // [P]
}

/** Two dozen pictures tell how a map grew; more of them would hardly differ from one to the next. */
const MOST = 24;

/** Of a run. The session holds two, so 64 MB in all; a model of which not even two fit keeps its first and its last. */
const BYTES = 32e6;

export class Snapshots {
  readonly #most: number;
  #kept: readonly Snapshot[] = [];
  #spacing = 1; // all but the first and the last are of a multiple of it

  /** @param parameters how many parameters the model has, P */
  constructor(parameters: number) {
    const fitting = Math.floor(BYTES / (parameters * Float32Array.BYTES_PER_ELEMENT));
    this.#most = Math.min(MOST, Math.max(2, fitting));
  }

  /** The steps there are snapshots of, in ascending order: the first, the newest and some evenly spaced in between. */
  get steps(): readonly number[] {
    return this.#kept.map(({ step }) => step);
  }

  /** Adds the newest weights; a second snapshot of the newest step changes nothing. */
  add(snapshot: Snapshot): void {
    const last = this.#kept.at(-1);
    if (last?.step === snapshot.step) return;
    // The one before may have been there for being the newest, and for nothing else.
    this.#kept = [...this.#thinned(), snapshot];
    while (this.#kept.length > this.#most) {
      this.#spacing *= 2;
      this.#kept = [...this.#thinned(this.#kept.slice(0, -1)), snapshot];
    }
  }

  /** The snapshot whose step is nearest to the one wished for; null where there is none at all. */
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
