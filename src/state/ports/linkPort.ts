/** Brings the address bar up to date before the student copies it. */

let writer: (() => void) | null = null;

/** Connects the writer of the link; null disconnects it. */
export function setLinkWriter(next: (() => void) | null): void {
  writer = next;
}

/** Writes the page's current link at once. Until the writer has loaded, the link is the one that opened the page. */
export const writeLink = (): void => writer?.();
