/** The page's end of the worker: the only place that makes one. */
import type { BackendName, Command, Event } from "./protocol";

export interface TrainerClient {
  send(command: Command): void;
  /** Ends the worker, whatever it is doing, and starts another that does not use the backends to skip. */
  restart(skip: readonly BackendName[]): void;
}

/**
 * Starts the worker.
 * @param asked the backend that the link asks for, or null for the best that works
 * @param tab the name under which this tab keeps its run; null where it can keep nothing
 * @param receive called with every event; a worker that dies comes as a "failed" event too
 */
export function createTrainerClient(
  { asked, tab }: { readonly asked: BackendName | null; readonly tab: string | null },
  receive: (event: Event) => void,
): TrainerClient {
  let worker = launch({ asked, skip: [], tab }, receive);
  return {
    send: (command) => worker.postMessage(command),
    restart(skip) {
      worker.terminate();
      worker = launch(
        { asked: asked !== null && skip.includes(asked) ? null : asked, skip, tab },
        receive,
      );
    },
  };
}

type Start = Extract<Command, { type: "start" }>;

function launch(options: Omit<Start, "type" | "dataUrl">, receive: (event: Event) => void): Worker {
  const worker = new Worker(new URL("./trainer.worker.ts", import.meta.url), {
    type: "module",
    name: "trainer",
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Event>) => receive(data));
  worker.addEventListener("error", ({ message }) =>
    receive({
      type: "failed",
      failure: { kind: "crash", detail: message || "the worker could not be loaded" },
    }),
  );
  const dataUrl = new URL("data/", document.baseURI).href;
  const start: Start = { type: "start", ...options, dataUrl };
  worker.postMessage(start);
  return worker;
}
