/** The number of threads that share a training step. */

const LEAST = 2;
const MOST = 4;

/**
 * Half of the browser's count, which often has two for one core. More than four threads would wait for the slowest one
 * and slow down the page. The number decides the order in which a gradient is summed, and so the last bits of a run.
 * It depends only on the device, so that the same run on the same device gives the same bits.
 * @param processors the browser's count
 * @returns null if there are too few processors
 */
export function threadsFor(processors: number): number | null {
  if (processors < LEAST) return null;
  return Math.min(MOST, Math.max(LEAST, Math.floor(processors / 2)));
}
