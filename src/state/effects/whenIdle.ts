/** When the page may do background work that the student did not ask for. */

const QUIET_MS = 1500; // a new page or a changed setting still causes work for about this long
const IDLE_TIMEOUT_MS = 5000;

/** Runs the work once the page is idle; returns a function that cancels it. */
export function whenIdle(work: () => void): () => void {
  let idle: number | null = null;
  const timer = setTimeout(() => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "undefined") work();
    else idle = requestIdleCallback(work, { timeout: IDLE_TIMEOUT_MS });
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
}

/** Whether background work is welcome: the page is visible and the browser's data saver is off. */
export function isWelcome(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return !document.hidden && connection?.saveData !== true;
}

/** Calls back when the page becomes visible or hidden; returns a function that unsubscribes. */
export function onVisibilityChange(call: () => void): () => void {
  document.addEventListener("visibilitychange", call);
  return () => document.removeEventListener("visibilitychange", call);
}
