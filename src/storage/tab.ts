/** The name of this tab, which a reload does not change: under it the tab's run is kept. */
import { answerFor, otherHolder } from "./tabHolder";
import { holdTabLock } from "./tabLock";

const KEY = "seq2seq-lab.tab";
const PATIENCE = 30_000; // ms for a holder that neither goes nor answers, such as a page of an older version

/** The name under which a tab keeps its run, and whether it had it before. */
export interface ClaimedTab {
  readonly name: string;
  readonly isOld: boolean;
}

/**
 * Claims a name that no other open tab has. A tab that was duplicated brings the name of its original along; the two
 * never write to one place, because no tab has a name before it holds the name's lock.
 * @returns null where the browser keeps nothing for a tab or has no locks, as on a page without https: then no run is kept
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

/** No other tab draws this name, so its lock comes, however busy the machine is. */
async function holdNewName(): Promise<string> {
  const name = randomName();
  await holdTabLock(name, new AbortController().signal);
  sessionStorage.setItem(KEY, name);
  return name;
}

/**
 * Whether this page gets back the lock of the name it found. The page before a reload lets it go as it ends; an original
 * that lives on answers. Whichever comes first decides, and not how long it takes.
 */
async function holdsAgain(name: string): Promise<boolean> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  void otherHolder(name, waiting.signal).then(() => waiting.abort());
  try {
    return await holdTabLock(name, waiting.signal);
  } finally {
    clearTimeout(timer);
    waiting.abort();
  }
}

/** Made of 128 bits, so that no two tabs ever draw the same. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
