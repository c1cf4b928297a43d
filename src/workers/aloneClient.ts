/** The page's connection to the worker of the networks that only read or only write. */
import type { AloneCommand, AloneEvent } from "./aloneProtocol";

export interface AloneClient {
  readonly send: (command: AloneCommand) => void;
}

/**
 * Starts the worker.
 * @param tab names the records of this tab's runs; null where the browser stores nothing
 * @param receive gets every event; where the worker dies it gets "failed"
 */
export function startAlone(tab: string | null, receive: (event: AloneEvent) => void): AloneClient {
  const worker = new Worker(new URL("./alone.worker.ts", import.meta.url), {
    type: "module",
    name: "names",
  });
  worker.addEventListener("message", ({ data }: MessageEvent<AloneEvent>) => receive(data));
  worker.addEventListener("error", ({ message }) =>
    receive({ type: "failed", detail: message || "the worker could not be loaded" }),
  );
  worker.postMessage({ dataUrl: new URL("data/", document.baseURI).href, tab });
  return { send: (command) => worker.postMessage(command) };
}
