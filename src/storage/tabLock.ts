/** Each open tab holds a lock of its name, which the browser releases when the tab closes. */

const PREFIX = "seq2seq-lab.tab.";

interface Surroundings {
  readonly navigator?: { readonly locks?: LockManager };
}

/** Web Locks exist on secure pages only. */
function lockManager(): LockManager | null {
  const { navigator } = globalThis as Surroundings;
  return navigator?.locks ?? null;
}

/**
 * Waits for the lock of a tab and holds it until the page ends.
 * @param signal ends the wait; a lock that is granted at the same moment is released at once
 * @returns whether the page holds the lock; false after an abort
 * @throws where the browser has no locks or refuses them
 */
export function holdTabLock(tab: string, signal: AbortSignal): Promise<boolean> {
  const locks = lockManager();
  if (locks === null) return Promise.reject(new Error("tabLock: the page has no locks"));
  return new Promise((resolve, reject) => {
    const hold = (): Promise<void> => {
      if (signal.aborted) return Promise.resolve();
      resolve(true);
      return new Promise(() => undefined);
    };
    locks
      .request(PREFIX + tab, { signal }, hold)
      .then(() => resolve(false))
      .catch((error: unknown) => (signal.aborted ? resolve(false) : reject(error)));
  });
}

/** The tabs that are open now; null where the browser cannot tell. */
export async function liveTabs(): Promise<ReadonlySet<string> | null> {
  const locks = lockManager();
  if (locks === null) return null;
  const { held = [] } = await locks.query();
  return new Set(held.map(({ name = "" }) => name.slice(PREFIX.length)));
}
