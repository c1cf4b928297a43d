/** Measured for each system once, at one size: the launches of an update, and the time of a token. */
import type { BenchmarkBrowser } from "./browser";
import { median } from "./median";
import type { ComparedId } from "./names";
import { startCompared } from "./rounds";
import type { Size } from "./work";

const TOKEN_ROUNDS = 9;

export interface Counts {
  /** Pieces of work that one update hands to the device. */
  readonly launches: Partial<Record<ComparedId, number>>;
  /** Milliseconds a token in a greedy answer to one source; medians. */
  readonly token: Partial<Record<ComparedId, number>>;
}

/** @param untimed systems whose launches are counted without timing them */
export async function countAll(
  browser: BenchmarkBrowser,
  size: Size,
  ids: readonly ComparedId[],
  untimed: readonly ComparedId[],
): Promise<Counts> {
  const counts: Counts = { launches: {}, token: {} };
  for (const id of ids) {
    const system = await startCompared(browser, id, size);
    if (!system) continue;
    await system.train(2); // compiles
    const launches = await system.launches();
    if (launches !== null) counts.launches[id] = launches;
    const times: number[] = [];
    for (let i = 0; i < TOKEN_ROUNDS && !untimed.includes(id); i++)
      times.push((await system.timeToken()) ?? Number.NaN);
    const token = median(times);
    if (!Number.isNaN(token)) counts.token[id] = token;
    await system.close();
  }
  return counts;
}
