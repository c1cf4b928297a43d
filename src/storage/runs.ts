/** The saved runs of this device: one record for each lane of a tab, in IndexedDB. The worker decides what a record holds. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { RUN_DATABASE } from "./runDatabase";
import { liveTabs } from "./tabLock";

/**
 * A tab's place for one record. Every promise takes as long as the device needs, and may reject: with a
 * QuotaExceededError where there is no room.
 */
export interface RunStore {
  readonly read: () => Promise<unknown>; // undefined where there is no record
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
const KEPT_RUNS = 4; // closed tabs whose runs are kept: enough to reopen a tab that was closed by mistake

/**
 * The place of a tab.
 * @param tab the name of the tab; null where it has none, and then every promise rejects
 */
export function openRunStore(tab: string | null, clock: () => number = Date.now): RunStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  let isPruned = false;
  const tryInPlace = async <T>(work: Work<T>): Promise<T> => {
    if (tab === null) throw new Error("runs: expected the name of a tab, got null");
    opened ??= openRuns();
    try {
      return await opened.then((db) => work(db, tab));
    } catch (error) {
      const db = opened;
      opened = null; // the next call opens the database again
      db.then((one) => one.close()).catch(() => undefined);
      throw error;
    }
  };
  const inPlace = <T>(work: Work<T>): Promise<T> =>
    tryInPlace(work).catch((error: unknown) => {
      if (!isClosed(error)) throw error;
      return tryInPlace(work);
    });
  return {
    read: () => inPlace(async (db, key) => (await db.get("runs", key))?.record),
    remove: () => inPlace((db, key) => db.delete("runs", key)),
    write: (record) =>
      inPlace(async (db, key) => {
        if (!isPruned) await prune(db, key, clock());
        isPruned = true;
        await db.put("runs", { savedAt: clock(), record }, key);
      }),
  };
}

type Work<T> = (db: IDBPDatabase<Schema>, key: string) => Promise<T>;

/** Whether the browser or another tab has closed the database under way: the student clears the storage, for example. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && ["InvalidStateError", "AbortError"].includes(error.name);
}

function openRuns(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(RUN_DATABASE.name, RUN_DATABASE.version, {
    upgrade: (db) =>
      void db.createObjectStore(RUN_DATABASE.store).createIndex("savedAt", "savedAt"),
    // A newer version of the page, in another tab, waits to upgrade the database.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

/** The tab of a record: a tab has one for each of its lanes. */
const tabOf = (key: string): string => key.split("/", 1)[0] ?? key;

/** Deletes the runs of closed tabs, except those of the newest few of the last week. */
async function prune(db: IDBPDatabase<Schema>, own: string, now: number): Promise<void> {
  const live = await liveTabs();
  const { store, done } = db.transaction("runs", "readwrite");
  const others = new Set<string>();
  // A cursor over keys: the records themselves are megabytes.
  let cursor = await store.index("savedAt").openKeyCursor(null, "prev");
  while (cursor) {
    const { key: savedAt, primaryKey: key } = cursor;
    const tab = tabOf(key);
    if (tab !== tabOf(own) && !live?.has(tab)) {
      others.add(tab);
      // Where the browser cannot list the open tabs, only old runs count as runs of closed tabs.
      const isSurplus = live !== null && others.size > KEPT_RUNS;
      if (isSurplus || savedAt < now - WEEK) await store.delete(key);
    }
    cursor = await cursor.continue();
  }
  await done;
}
