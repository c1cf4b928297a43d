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
 * @param receive called with every event; a worker that dies comes as a "failed" event too
 */
export function createTrainerClient(
  asked: BackendName | null,
  receive: (event: Event) => void,
): TrainerClient {
  let worker = launch({ asked, skip: [] }, receive);
  return {
    send: (command) => worker.postMessage(command),
    restart(skip) {
      worker.terminate();
      worker = launch(
        { asked: asked !== null && skip.includes(asked) ? null : asked, skip },
        receive,
      );
    },
  };
}

function launch(
  options: { readonly asked: BackendName | null; readonly skip: readonly BackendName[] },
  receive: (event: Event) => void,
): Worker {
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
  const start: Command = { type: "start", ...options, dataUrl };
  worker.postMessage(start);
  return worker;
}
