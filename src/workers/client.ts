/** The page's end of the worker: the only place that makes one. */
import type {
  BackendName,
  BackendWish,
  Message,
  Request,
  StartCommand,
  TimeCommand,
  TimeEvent,
} from "./protocol";

export interface TrainerClient {
  send(request: Request): void;
  /** Ends the worker, whatever it is doing, and starts another on this backend, or the next that is not to be skipped. */
  restart(start: BackendStart): void;
}

/** Which backend a worker is to come up on. */
export interface BackendStart {
  /** The one to try first; null: the best that works. */
  readonly asked: BackendWish | null;
  readonly skip: readonly BackendName[];
}

/**
 * Starts the worker.
 * @param tab the name under which this tab keeps its run; null where it can keep nothing
 * @param receive called with every message; a worker that dies comes as a "failed" event too
 */
export function createTrainerClient(
  { start, tab }: { readonly start: BackendStart; readonly tab: string | null },
  receive: (message: Message) => void,
): TrainerClient {
  let worker = launch({ ...start, tab }, receive);
  return {
    send: (request) => worker.postMessage(request),
    restart(next) {
      worker.terminate();
      worker = launch({ ...next, tab }, receive);
    },
  };
}

function launch(
  options: Omit<StartCommand, "type" | "dataUrl">,
  receive: (message: Message) => void,
): Worker {
  const worker = makeWorker("trainer", (message) =>
    receive({ lane: null, event: { type: "failed", failure: { kind: "crash", detail: message } } }),
  );
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => receive(data));
  const dataUrl = new URL("data/", document.baseURI).href;
  const start: StartCommand = { type: "start", ...options, dataUrl };
  worker.postMessage(start);
  return worker;
}

/**
 * Starts a worker that times the backends and touches nothing that is kept.
 * @param receive called with every event; a worker that dies has timed all that it will
 * @returns what ends it at once
 */
export function startTiming(command: TimeCommand, receive: (event: TimeEvent) => void): () => void {
  const worker = makeWorker("timer", () => receive({ type: "timedAll" }));
  worker.addEventListener("message", ({ data }: MessageEvent<TimeEvent>) => receive(data));
  worker.postMessage(command);
  return () => worker.terminate();
}

/** @param fail called with what is known of the worker's end, where it dies or cannot be loaded */
function makeWorker(name: string, fail: (detail: string) => void): Worker {
  const worker = new Worker(new URL("./trainer.worker.ts", import.meta.url), {
    type: "module",
    name,
  });
  worker.addEventListener("error", ({ message }) =>
    fail(message || "the worker could not be loaded"),
  );
  return worker;
}
