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
 * Holds the lock of a tab for as long as the page lives.
 * @param patience ms to wait for another holder, who may be this very page on its way out
 * @returns false where another tab holds it; true where nobody can know
 */
export function holdTabLock(tab: string, patience: number): Promise<boolean> {
  const locks = lockManager();
  if (locks === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    const signal = AbortSignal.timeout(patience);
    locks.request(PREFIX + tab, { signal }, hold).catch(() => resolve(false));
  });
}

/** The tabs that are open now; null where the browser cannot tell. */
export async function liveTabs(): Promise<ReadonlySet<string> | null> {
  const locks = lockManager();
  if (locks === null) return null;
  const { held = [] } = await locks.query();
  return new Set(held.map(({ name = "" }) => name.slice(PREFIX.length)));
}
