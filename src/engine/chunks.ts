/** Long computations in chunks: generators that yield where whoever runs them may do something else or give up. */

/** Runs the computation to its end without a break; for tests and scripts. */
export function runToEnd<T>(chunks: Generator<void, T>): T {
  let chunk = chunks.next();
  while (!chunk.done) chunk = chunks.next();
  return chunk.value;
}

/**
 * Runs the computation with a breath after each chunk.
 * @param isWanted asked after each breath; where it says no the computation is given up
 * @returns null where it was given up
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
