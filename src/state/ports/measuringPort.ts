/** The way to what times the backends, which is loaded once the page has nothing better to do. */

let measure: (() => void) | null = null;

/** Opens the way; null closes it. */
export function setMeasuringPort(next: (() => void) | null): void {
  measure = next;
}

export function askToMeasure(): void {
  measure?.();
}
