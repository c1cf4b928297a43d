/** Web Locks for tests: exclusive locks that are granted when the test says so, to pages that the test ends. */

interface Request {
  readonly name: string;
  readonly grant: () => void;
}

export class FakeLocks {
  readonly #held = new Set<string>();
  readonly #waiting: Request[] = [];
  /** While the browser is slow, requests wait although nothing else holds their lock. */
  #isSlow = false;

  /** What a page sees as `navigator.locks`, as far as the program uses it. */
  readonly manager = {
    request: (
      name: string,
      { signal }: { readonly signal: AbortSignal },
      hold: () => Promise<unknown>,
    ): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const refuse = () => reject(new DOMException("given up", "AbortError"));
        if (signal.aborted) return refuse();
        const request = {
          name,
          grant: () => {
            signal.removeEventListener("abort", giveUp);
            this.#held.add(name);
            hold()
              .finally(() => this.release(name))
              .then(resolve, reject);
          },
        };
        const giveUp = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(request), 1);
          refuse();
        };
        signal.addEventListener("abort", giveUp, { once: true });
        this.#waiting.push(request);
        this.#grantNext();
      }),
    query: () => Promise.resolve({ held: [...this.#held].map((name) => ({ name })) }),
  };

  get held(): readonly string[] {
    return [...this.#held];
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** The page that holds the lock is gone. */
  release(name: string): void {
    this.#held.delete(name);
    this.#grantNext();
  }

  beSlow(): void {
    this.#isSlow = true;
  }

  answerAtLast(): void {
    this.#isSlow = false;
    this.#grantNext();
  }

  #grantNext(): void {
    const next = this.#waiting.find(({ name }) => !this.#held.has(name));
    if (this.#isSlow || !next) return;
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    next.grant();
    this.#grantNext();
  }
}
