/** Work that nobody asked for: when there is time for it, and where it is welcome. */

const QUIET_MS = 1500; // a page that has just come up, or a setting that has just changed, is not done yet
const PATIENCE_MS = 5000;

/** Runs the work once the page has been left alone for a while; returns what calls that off. */
export function whenIdle(work: () => void): () => void {
  let idle: number | null = null;
  const timer = setTimeout(() => {
    // Safari has no such thing.
    if (typeof requestIdleCallback === "undefined") work();
    else idle = requestIdleCallback(work, { timeout: PATIENCE_MS });
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
}

/** Whether such work is welcome: somebody looks at the page and has not asked for thrift. */
export function isWelcome(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return !document.hidden && connection?.saveData !== true;
}

/** Calls back when the page is seen again or has been hidden; returns what ends that. */
export function onSeen(call: () => void): () => void {
  document.addEventListener("visibilitychange", call);
  return () => document.removeEventListener("visibilitychange", call);
}
