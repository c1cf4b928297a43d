/** Which tabs are open: each holds a lock of its name, which the browser releases when the tab is gone. */

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
 * Holds the lock of a tab for as long as the page lives. Waits for it as long as the browser takes.
 * @param signal gives the request up; a lock that is granted at that very moment is let go at once
 * @returns whether it is held; false after giving up
 * @throws where there are no locks, or the browser refuses them
 */
export function holdTabLock(tab: string, signal: AbortSignal): Promise<boolean> {
  const locks = lockManager();
  if (locks === null) return Promise.reject(new Error("tabLock: this page has no locks"));
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
