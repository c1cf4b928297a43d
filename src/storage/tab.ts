/** The name of this tab, which a reload does not change: under it the tab's run is kept. */
import { holdTabLock } from "./tabLock";

const KEY = "seq2seq-lab.tab";
const PATIENCE = 1000; // ms; a page that is being reloaded is gone long before

/**
 * Claims a name that no other open tab has. A tab that was duplicated brings the name of its original along;
 * the original holds the lock, so the copy takes another name and the two never write to one place.
 * @returns the name, and whether this tab had it before; null where the browser keeps nothing for a tab
 */
export async function claimTab(): Promise<{
  readonly name: string;
  readonly isOld: boolean;
} | null> {
  try {
    const name = sessionStorage.getItem(KEY);
    if (name !== null && (await holdTabLock(name, PATIENCE))) return { name, isOld: true };
    const fresh = randomName();
    sessionStorage.setItem(KEY, fresh);
    await holdTabLock(fresh, PATIENCE);
    return { name: fresh, isOld: false };
  } catch {
    return null; // storage is forbidden
  }
}

/** Made of 128 bits, so that no two tabs ever draw the same. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
