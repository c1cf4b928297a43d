/** The sentence pairs that this device keeps, in IndexedDB: a list of entries, and the content of each. */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import { CORPUS_LIMITS, type CorpusInput, type CorpusOptions } from "../engine/corpus/report";
import { byteLength, type Content, contentOf, inputOf, isSame } from "./corporaContent";
import { MOST_CORPORA } from "./corporaLimit";
import { readOptions } from "./corporaOptions";
import { withTimeLimit, SlowStorageError } from "./withTimeLimit";

/** An entry of the list. */
export interface CorpusEntry {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly usedAt: number; // ms since 1970
  readonly options: CorpusOptions; // of the last time the pairs were read
}

/** Pairs to keep: the unchanged bytes of a file, or a text. */
export interface CorpusToKeep {
  readonly name: string;
  readonly input: CorpusInput;
  readonly options: CorpusOptions;
}

/**
 * Why a request to storage failed. "unavailable": no storage, as in some private windows. "full": no room. "tooMany":
 * the device keeps MOST_CORPORA already. "tooLarge": the app could not read so many bytes again. "gone": the entry was
 * deleted, perhaps in another tab. "slow": no answer within the time limit. "failed": any other error.
 */
export type StorageProblem =
  "unavailable" | "full" | "tooMany" | "tooLarge" | "gone" | "slow" | "failed";

export type Stored<T> =
  | { readonly kind: "stored"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: StorageProblem };

const MOST_BYTES = 3 * CORPUS_LIMITS.bytes; // the limit for texts counts characters, which take up to three bytes each

interface Schema extends DBSchema {
  entries: { key: number; value: Omit<CorpusEntry, "id"> };
  contents: { key: number; value: Content };
}

type Database = IDBPDatabase<Schema>;
type Stores = readonly ["entries", "contents"];
type Mode = "readonly" | "readwrite";
type Store<Name extends Stores[number], M extends Mode = "readwrite"> = IDBPObjectStore<
  Schema,
  Stores,
  Name,
  M
>;

const NAME = "seq2seq-lab-corpora";
const STORES: Stores = ["entries", "contents"];

/** All entries, the last used first. */
export function listCorpora(): Promise<Stored<readonly CorpusEntry[]>> {
  return attempt(async (db) => {
    const entries = await entriesOf(db.transaction(STORES).objectStore("entries"));
    return entries.toSorted((a, b) => b.usedAt - a.usedAt || b.id - a.id);
  });
}

/**
 * Keeps pairs and marks them as used now. The same text or bytes again update the existing entry, which keeps its name.
 * @param now ms since 1970
 * @returns the id of the entry
 */
export function keepCorpus(corpus: CorpusToKeep, now: number): Promise<Stored<number>> {
  const { name, input, options } = corpus;
  return attempt(async (db) => {
    const content = await contentOf(input);
    const bytes = byteLength(content);
    if (bytes > MOST_BYTES) throw new Refusal("tooLarge");
    return change(db, async (entries, contents) => {
      const kept = await entriesOf(entries);
      const same = await findSame({ bytes, content }, kept, contents);
      if (!same && kept.length >= MOST_CORPORA) throw new Refusal("tooMany");
      const entry = { name: same?.name ?? name, bytes, options, usedAt: now };
      const id = await entries.put(entry, same?.id);
      if (!same) await contents.put(content, id);
      return id;
    });
  });
}

/** The unchanged pairs of an entry. */
export function readCorpus({ id, name }: Named): Promise<Stored<CorpusInput>> {
  return attempt(async (db) => {
    const content = await db.get("contents", id);
    if (content === undefined) throw new Refusal("gone");
    return inputOf(content, name);
  });
}

type Named = Pick<CorpusEntry, "id" | "name">;

export function renameCorpus(id: number, name: string): Promise<Stored<void>> {
  return attempt((db) =>
    change(db, async (entries) => {
      const entry = await entries.get(id);
      if (!entry) throw new Refusal("gone");
      await entries.put({ ...entry, name }, id);
    }),
  );
}

/** Deletes an entry and its pairs. An entry that is gone already is no error. */
export function forgetCorpus(id: number): Promise<Stored<void>> {
  return attempt((db) =>
    change(db, async (entries, contents) => {
      await Promise.all([entries.delete(id), contents.delete(id)]);
    }),
  );
}

export function forgetAllCorpora(): Promise<Stored<void>> {
  return attempt((db) =>
    change(db, async (entries, contents) => {
      await Promise.all([entries.clear(), contents.clear()]);
    }),
  );
}

// --- the database ---------------------------------------------------------------------------------

/** A problem that this module finds itself; `attempt` turns it into a value. */
class Refusal extends Error {
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem) {
    super(`corpora: ${problem}`);
    this.problem = problem;
  }
}

/** Opens the database for one piece of work, so that no tab blocks another, and turns errors into problems. */
async function attempt<T>(work: (db: Database) => Promise<T>): Promise<Stored<T>> {
  let db: Database | null = null;
  try {
    db = await withTimeLimit(openDatabase(), (late) => late.close());
    return { kind: "stored", value: await work(db) };
  } catch (error) {
    return { kind: "problem", problem: problemOf(error, db === null) };
  } finally {
    db?.close();
  }
}

function problemOf(error: unknown, isClosed: boolean): StorageProblem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof SlowStorageError) return "slow";
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
  return isClosed ? "unavailable" : "failed";
}

function openDatabase(): Promise<Database> {
  return openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore("entries", { autoIncrement: true }); // an id is never used again
      db.createObjectStore("contents");
    },
  });
}

/** Runs the work in one transaction over both stores: all of it takes effect or nothing. */
async function change<T>(
  db: Database,
  work: (entries: Store<"entries">, contents: Store<"contents">) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction(STORES, "readwrite");
  const working = work(transaction.objectStore("entries"), transaction.objectStore("contents"));
  const [value] = await Promise.all([working, transaction.done]);
  return value;
}

async function entriesOf(store: Store<"entries", Mode>): Promise<CorpusEntry[]> {
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return values.flatMap((value, i) => {
    const id = ids[i];
    return id === undefined ? [] : [{ ...value, options: readOptions(value.options), id }];
  });
}

/** The entry with the same content. */
async function findSame(
  { bytes, content }: { readonly bytes: number; readonly content: Content },
  entries: readonly CorpusEntry[],
  contents: Store<"contents">,
): Promise<CorpusEntry | undefined> {
  for (const entry of entries) {
    if (entry.bytes !== bytes) continue;
    if (isSame(content, await contents.get(entry.id))) return entry;
  }
  return undefined;
}
