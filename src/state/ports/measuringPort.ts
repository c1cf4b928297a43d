/** Connects the acts that measure to the timing code, which the page loads late. */
import type { TimeCommand, TimeEvent } from "../../workers/protocol";

let measure: (() => void) | null = null;

/** Connects the timing code; null disconnects it. */
export function setMeasuringPort(next: (() => void) | null): void {
  measure = next;
}

export function askToMeasure(): void {
  measure?.();
}

/** Starts a worker that times; returns a function that ends it at once. */
type StartTiming = (command: TimeCommand, receive: (event: TimeEvent) => void) => () => void;

let start: StartTiming | null = null;

/** Connects the worker that times; null disconnects it. */
export function setTimingPort(next: StartTiming | null): void {
  start = next;
}

/** Null where the page cannot time yet. */
export function askToTime(...args: Parameters<StartTiming>): (() => void) | null {
  return start?.(...args) ?? null;
}
