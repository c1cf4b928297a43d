/** Waiting for storage that may be slow. Slow is no refusal: whoever waits says which of the two it was. */

/** ms; a busy device answers well within it, and some browsers never answer where they keep nothing. */
const PATIENCE = 30_000;

/** Storage has neither answered nor refused yet. */
export class SlowStorageError extends Error {
  constructor() {
    super("storage: no answer yet");
    this.name = "SlowStorageError";
  }
}

/**
 * What the work comes to.
 * @param late takes an answer that comes after the waiting has ended
 * @throws SlowStorageError where the work takes too long; else what the work throws
 */
export async function inTime<T>(work: Promise<T>, late: (value: T) => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<"over">((resolve) => {
    timer = setTimeout(() => resolve("over"), PATIENCE);
  });
  const answer = work.then((value) => ({ value }));
  const first = await Promise.race([answer, over]).finally(() => clearTimeout(timer));
  if (first !== "over") return first.value;
  work.then(late).catch(() => undefined); // the caller has been told of its slowness instead
  throw new SlowStorageError();
}
