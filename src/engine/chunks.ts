/** Runs long computations in chunks: generators that yield where the caller may pause or stop. */

/** Runs a computation that waits for nothing, without a pause; for tests and scripts. */
export function runToEnd<T>(chunks: Generator<void, T>): T {
  let chunk = chunks.next();
  while (!chunk.done) chunk = chunks.next();
  return chunk.value;
}

/** Runs a computation that may wait for a device, without other pauses; for tests and scripts. */
export async function runAsyncToEnd<T>(chunks: AsyncGenerator<void, T>): Promise<T> {
  let chunk = await chunks.next();
  while (!chunk.done) chunk = await chunks.next();
  return chunk.value;
}

/**
 * Runs the computation with a pause after each chunk.
 * @param yieldToMessages the pause, in which the worker handles messages
 * @param isWanted checked after each chunk and each pause; the computation stops if it is false
 * @returns null if it stopped
 */
export async function runInChunks<T>(
  chunks: Generator<void, T> | AsyncGenerator<void, T>,
  yieldToMessages: () => Promise<void>,
  isWanted: () => boolean = () => true,
): Promise<T | null> {
  for (;;) {
    const chunk = await chunks.next();
    if (!isWanted()) return null;
    if (chunk.done) return chunk.value;
    await yieldToMessages();
    if (!isWanted()) return null;
  }
}
