/** Brings the address bar up to date before the student copies it. */

type Writer = () => void;

let writer: Writer | null = null;
const waiting: Writer[] = []; // calls from before the writer had loaded

/** Connects the writer of the link; null disconnects it. */
export function setLinkWriter(next: Writer | null): void {
  writer = next;
  if (next) waiting.splice(0).forEach((write) => write());
}

/** Writes the page's current link. Resolves at once, or as soon as the writer has loaded. */
export function writeLink(): Promise<void> {
  return new Promise((resolve) => {
    const write = (): void => {
      writer?.();
      resolve();
    };
    if (writer) write();
    else waiting.push(write);
  });
}
