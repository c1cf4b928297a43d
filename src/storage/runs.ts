/** The runs that are kept on this device: one record a tab, in IndexedDB. What a record holds is the session's business. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { inTime } from "./inTime";
import { RUN_DATABASE } from "./runDatabase";
import { liveTabs } from "./tabLock";

/**
 * A tab's place for one record. Every promise may reject: with a QuotaExceededError where there is no room. Whoever reads
 * waits for the answer, so a read alone ends with a SlowStorageError; writing takes as long as the device needs.
 */
export interface RunStore {
  readonly read: () => Promise<unknown>; // undefined where there is nothing
  readonly write: (record: object) => Promise<void>;
  readonly remove: () => Promise<void>;
}

interface Entry {
  readonly savedAt: number; // ms since 1970
  readonly record: unknown;
}

interface Schema extends DBSchema {
  runs: { key: string; value: Entry; indexes: { savedAt: number } };
}

const WEEK = 7 * 24 * 3_600_000; // ms
const KEPT_RUNS = 4; // of tabs that are gone: enough to reopen one closed by mistake

/**
 * The place of a tab.
 * @param tab null where the browser gives a tab no memory of its own; then every promise rejects
 */
export function openRunStore(tab: string | null, clock: () => number = Date.now): RunStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  let isPruned = false;
  const inPlace = async <T>(
    work: (db: IDBPDatabase<Schema>, key: string) => Promise<T>,
  ): Promise<T> => {
    if (tab === null) throw new Error("runs: this tab has no memory of its own");
    opened ??= openRuns();
    try {
      return await opened.then((db) => work(db, tab));
    } catch (error) {
      const db = opened;
      opened = null; // perhaps the next one works
      db.then((one) => one.close()).catch(() => undefined);
      throw error;
    }
  };
  return {
    read: () =>
      inTime(
        inPlace(async (db, key) => (await db.get("runs", key))?.record),
        () => undefined,
      ),
    remove: () => inPlace((db, key) => db.delete("runs", key)),
    write: (record) =>
      inPlace(async (db, key) => {
        if (!isPruned) await prune(db, key, clock());
        isPruned = true;
        await db.put("runs", { savedAt: clock(), record }, key);
      }),
  };
}

function openRuns(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(RUN_DATABASE.name, RUN_DATABASE.version, {
    upgrade: (db) =>
      void db.createObjectStore(RUN_DATABASE.store).createIndex("savedAt", "savedAt"),
    // A later version of the page wants to change it in another tab.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

/** Deletes the runs of tabs that are gone, but for the newest few of the last week. */
async function prune(db: IDBPDatabase<Schema>, own: string, now: number): Promise<void> {
  const live = await liveTabs();
  const { store, done } = db.transaction("runs", "readwrite");
  let others = 0;
  // A cursor over keys: the records themselves are megabytes.
  let cursor = await store.index("savedAt").openKeyCursor(null, "prev");
  while (cursor) {
    const { key: savedAt, primaryKey: tab } = cursor;
    if (tab !== own && !live?.has(tab)) {
      others += 1;
      // Where nobody knows which tabs are open, only the old ones are taken to be gone.
      const isSurplus = live !== null && others > KEPT_RUNS;
      if (isSurplus || savedAt < now - WEEK) await store.delete(tab);
    }
    cursor = await cursor.continue();
  }
  await done;
}
