/** A signal that fires once at most, perhaps before its listener is set. */
interface OnceSignal {
  readonly fire: () => void;
  /** Calls back when the signal fires, at once where it has fired already. A second listener replaces the first. */
  readonly listen: (call: () => void) => void;
}

export function createOnceSignal(): OnceSignal {
  let hasFired = false;
  let listener: (() => void) | null = null;
  return {
    fire() {
      if (hasFired) return;
      hasFired = true;
      listener?.();
    },
    listen(call) {
      listener = call;
      if (hasFired) call();
    },
  };
}
