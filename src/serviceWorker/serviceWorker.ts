/**
 * The service worker: keeps every file of this version on the device, answers from them, and isolates the page. A new
 * version waits until the page says that it may take over.
 */
import { PrecacheController } from "workbox-precaching/PrecacheController";
import { isolate } from "./isolate";
import type { OfflineCommand, OfflineEvent } from "./messages";

declare const self: ServiceWorkerGlobalScope;

// oxlint-disable-next-line no-underscore-dangle -- the build looks for this name and writes the list here
const files = self.__WB_MANIFEST;
const total = files.length;
let done = 0;

const kept = new PrecacheController({
  fallbackToNetwork: false,
  plugins: [{ handlerDidComplete: async () => tellSaved() }],
});
kept.addToCacheList(files);

/** The page's tabs and windows. */
function pages(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

async function tell(event: OfflineEvent): Promise<void> {
  for (const page of await pages()) page.postMessage(event);
}

let isInstalling = false;
const TOLD_FILES = 10; // progress is told after so many files

async function tellSaved(): Promise<void> {
  if (!isInstalling) return;
  done++;
  if (done % TOLD_FILES === 0 || done === total) await tell({ type: "saved", done, total });
}

self.addEventListener("install", (event) => {
  isInstalling = true;
  event.waitUntil(
    kept.install(event).finally(() => {
      isInstalling = false;
    }),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([kept.activate(event), self.clients.claim()]), // the first visit goes on without a network too
  );
});

/** The kept file's address for a request: the page itself has one file for all of its links. */
function keptAddress(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname.replace(/\/$/, "/index.html");
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = keptAddress(request);
  if (request.method !== "GET" || kept.getCacheKeyForURL(address) === undefined) return;
  event.respondWith(answer(request, address));
});

async function answer(request: Request, address: string): Promise<Response> {
  const file = await kept.matchPrecache(address);
  return isolate(file ?? (await fetch(request))); // a browser short of room may have deleted the file
}

self.addEventListener("message", (event) => {
  // Pages of every version may speak to it.
  const isTakeOver = event.data === ("takeOver" satisfies OfflineCommand);
  if (isTakeOver) event.waitUntil(takeOver(event.source));
});

/** Other tabs run the scripts of the old version, whose files go with it. */
async function takeOver(asking: ExtendableMessageEvent["source"]): Promise<void> {
  if ((await pages()).length > 1)
    asking?.postMessage({ type: "othersOpen" } satisfies OfflineEvent);
  else await self.skipWaiting();
}
