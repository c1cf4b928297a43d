/** What the page and its service worker say to each other. */

/** From the service worker. */
export type OfflineEvent =
  /** Files of this version that the device has, of all. */
  | { readonly type: "saved"; readonly done: number; readonly total: number }
  /** The answer to "takeOver" while the page is open in another tab: nothing has changed. */
  | { readonly type: "othersOpen" };

/** From the page: the waiting version takes over, unless the page is open in another tab. */
export type OfflineCommand = "takeOver";

/** The service worker's file beside index.html. A browser looks for a new version under the same name. */
export const SERVICE_WORKER = "serviceWorker.js";
