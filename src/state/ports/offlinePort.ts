/** Connects the notices about offline use to the service worker, which the page starts late. */

interface OfflinePort {
  /** Loads the page again. */
  readonly reload: () => void;
  /** Lets the waiting version take over and loads the page again, unless another tab has the page open. */
  readonly takeOver: () => void;
}

let port: OfflinePort | null = null;

export function setOfflinePort(next: OfflinePort | null): void {
  port = next;
}

export function reloadIsolated(): void {
  port?.reload();
}

export function takeNewVersion(): void {
  port?.takeOver();
}
