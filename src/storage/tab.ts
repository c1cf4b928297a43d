/** The name of this tab, which names the record of its run. A reload does not change it. */
import { answerFor, otherHolder } from "./tabHolder";
import { holdTabLock } from "./tabLock";

const KEY = "seq2seq-lab.tab";

/**
 * ms that this page waits for another page with its name that neither ends nor answers, such as one of an older version.
 * After that it takes a new name: the page starts without the run from before, whose record stays untouched.
 */
const TIME_LIMIT = 30_000;

/** The name of a tab, and whether the tab had it before the reload. */
export interface ClaimedTab {
  readonly name: string;
  readonly isOld: boolean;
}

/**
 * Claims a name that no other open tab has. A duplicated tab starts with the name of its original. The two never write
 * to the same record, because a tab uses a name only while it holds the lock of that name.
 * @returns null where the browser has no storage for the tab or no locks, as without https; then no run is saved
 */
export async function claimTab(): Promise<ClaimedTab | null> {
  try {
    const before = sessionStorage.getItem(KEY);
    const isOld = before !== null && (await holdsAgain(before));
    const name = isOld ? before : await holdNewName();
    answerFor(name);
    return { name, isOld };
  } catch {
    return null; // storage or locks are forbidden
  }
}

/** Waits for the lock without a limit, because no other tab has this name. */
async function holdNewName(): Promise<string> {
  const name = randomName();
  await holdTabLock(name, new AbortController().signal);
  sessionStorage.setItem(KEY, name);
  return name;
}

/**
 * Whether this page gets the lock of its earlier name. After a reload, the page before releases the lock when it ends.
 * For a duplicated tab, the original answers. The first of the two events decides, however late it comes.
 */
async function holdsAgain(name: string): Promise<boolean> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), TIME_LIMIT);
  void otherHolder(name, waiting.signal).then(() => waiting.abort());
  try {
    return await holdTabLock(name, waiting.signal);
  } finally {
    clearTimeout(timer);
    waiting.abort();
  }
}

/** 128 random bits: no two tabs get the same name. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
