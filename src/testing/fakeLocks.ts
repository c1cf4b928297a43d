/** A fake of Web Locks: exclusive locks, whose grants and releases the test controls. */

interface Request {
  readonly name: string;
  readonly grant: () => void;
}

export class FakeLocks {
  readonly #held = new Set<string>();
  readonly #waiting: Request[] = [];
  /** While the browser is slow, requests wait even if their lock is free. */
  #isSlow = false;

  /** The part of `navigator.locks` that the program uses. */
  readonly manager = {
    request: (
      name: string,
      { signal }: { readonly signal: AbortSignal },
      hold: () => Promise<unknown>,
    ): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const abort = () => reject(new DOMException("aborted", "AbortError"));
        if (signal.aborted) return abort();
        const request = {
          name,
          grant: () => {
            signal.removeEventListener("abort", stopWaiting);
            this.#held.add(name);
            hold()
              .finally(() => this.release(name))
              .then(resolve, reject);
          },
        };
        const stopWaiting = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(request), 1);
          abort();
        };
        signal.addEventListener("abort", stopWaiting, { once: true });
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

  /** Releases a lock, as when its page closes. */
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
