/** Counts pairs by the lengths of their sides. */
import type { Lengths } from "../reading";
import { CORPUS_LIMITS } from "../report";

const LONGER = CORPUS_LIMITS.maxLength.max + 1; // the index of every length over the limits

export class LengthCounts {
  readonly #joint = Array.from({ length: LONGER + 1 }, () =>
    Array.from({ length: LONGER + 1 }, () => 0),
  );
  #pairs = 0;

  add(source: number, target: number): void {
    this.#pairs++;
    const row = this.#joint[Math.min(source, LONGER)];
    const column = Math.min(target, LONGER);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }

  lengths(): Lengths {
    return { pairs: this.#pairs, joint: this.#joint };
  }
}
