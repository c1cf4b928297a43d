/** Connects the act "measureBackends" to the timing code, which the page loads late. */

let measure: (() => void) | null = null;

/** Connects the timing code; null disconnects it. */
export function setMeasuringPort(next: (() => void) | null): void {
  measure = next;
}

export function askToMeasure(): void {
  measure?.();
}
