/** How many threads share a training step out. */

const LEAST = 2;
const MOST = 4;

/**
 * Half of what the browser counts, which is often two for one core. More than four would wait for the slowest of them, and
 * for the page. The number decides in which groups a gradient is added up, and with them the last bits of a run, so it is
 * the device's and not to be measured or chosen: the same run on the same device is shared out alike every time.
 * @param processors as the browser counts them
 * @returns null where there are too few
 */
export function threadsFor(processors: number): number | null {
  if (processors < LEAST) return null;
  return Math.min(MOST, Math.max(LEAST, Math.floor(processors / 2)));
}
