/** Runs long computations in chunks: generators that yield where the caller may pause or stop. */

/** Runs the computation without a pause; for tests and scripts. */
export function runToEnd<T>(chunks: Generator<void, T>): T {
  let chunk = chunks.next();
  while (!chunk.done) chunk = chunks.next();
  return chunk.value;
}

/**
 * Runs the computation with a pause after each chunk.
 * @param yieldToMessages the pause, in which the worker handles messages
 * @param isWanted checked after each pause; the computation stops if it is false
 * @returns null if it stopped
 */
export async function runInChunks<T>(
  chunks: Generator<void, T>,
  yieldToMessages: () => Promise<void>,
  isWanted: () => boolean = () => true,
): Promise<T | null> {
  let chunk = chunks.next();
  while (!chunk.done) {
    await yieldToMessages();
    if (!isWanted()) return null;
    chunk = chunks.next();
  }
  return chunk.value;
}
