/** A piece of bad news that comes once at most, and perhaps before there is anybody to hear it. */
interface Latch {
  /** It has happened. */
  readonly tell: () => void;
  /** Calls back when it happens, also where that was before. */
  readonly listen: (call: () => void) => void;
}

export function createLatch(): Latch {
  let hasHappened = false;
  let hear: (() => void) | null = null;
  return {
    tell() {
      if (hasHappened) return;
      hasHappened = true;
      hear?.();
    },
    listen(call) {
      hear = call;
      if (hasHappened) call();
    },
  };
}
