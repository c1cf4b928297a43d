/** A time limit for storage that may be slow. Slow storage is not the same as storage that refuses. */

/** ms; a busy device answers well within it. Some browsers never answer where they keep nothing. */
const TIME_LIMIT = 30_000;

/** Storage has neither answered nor refused within the time limit. */
export class SlowStorageError extends Error {
  constructor() {
    super(`storage: no answer within ${TIME_LIMIT} ms`);
    this.name = "SlowStorageError";
  }
}

/**
 * The result of the work.
 * @param late receives a result that comes after the time limit
 * @throws SlowStorageError where the work takes longer than the time limit; else what the work throws
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  late: (value: T) => void = () => undefined,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<"over">((resolve) => {
    timer = setTimeout(() => resolve("over"), TIME_LIMIT);
  });
  const answer = work.then((value) => ({ value }));
  const first = await Promise.race([answer, over]).finally(() => clearTimeout(timer));
  if (first !== "over") return first.value;
  work.then(late).catch(() => undefined); // the caller already has a SlowStorageError
  throw new SlowStorageError();
}
