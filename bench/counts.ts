/** What is asked of each system once, at one size: launches of an update, and what a token of an answer takes. */
import type { Stage } from "./browser";
import { median } from "./median";
import type { EntrantId } from "./names";
import { enter } from "./rounds";
import type { Size } from "./work";

const TOKEN_ROUNDS = 9;

export interface Counts {
  /** Pieces of work that one update hands to the device. */
  readonly launches: Partial<Record<EntrantId, number>>;
  /** Milliseconds a token of a greedy answer to one source, medians. */
  readonly token: Partial<Record<EntrantId, number>>;
}

/** @param untimed systems that are counted and not timed */
export async function countAll(
  stage: Stage,
  size: Size,
  ids: readonly EntrantId[],
  untimed: readonly EntrantId[],
): Promise<Counts> {
  const counts: Counts = { launches: {}, token: {} };
  for (const id of ids) {
    const entrant = await enter(stage, id, size);
    if (!entrant) continue;
    await entrant.train(2); // compiles
    const launches = await entrant.launches();
    if (launches !== null) counts.launches[id] = launches;
    const times: number[] = [];
    for (let i = 0; i < TOKEN_ROUNDS && !untimed.includes(id); i++)
      times.push((await entrant.timeToken()) ?? Number.NaN);
    const token = median(times);
    if (!Number.isNaN(token)) counts.token[id] = token;
    await entrant.close();
  }
  return counts;
}
