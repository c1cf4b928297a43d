/** The page's connection to its worker; the only file of the page that starts workers. */
import type {
  BackendName,
  Event,
  RequestedBackend,
  Message,
  Request,
  StartCommand,
  TimeCommand,
  TimeEvent,
} from "./protocol";
import { ALIVE, PING, Silence } from "./silence";

export interface TrainerClient {
  send(request: Request): void;
  /** Ends the worker at once and starts another. */
  restart(start: BackendStart): void;
}

/** The choice of a backend for a new worker. */
export interface BackendStart {
  /** The backend to try first; null: the best one that works. */
  readonly asked: RequestedBackend | null;
  readonly skip: readonly BackendName[];
}

/**
 * Starts the worker.
 * @param tab names the record of this tab's run; null where the browser stores nothing
 * @param receive gets every message; where the worker dies it gets a "failed" event
 */
export function createTrainerClient(
  { start, tab }: { readonly start: BackendStart; readonly tab: string | null },
  receive: (message: Message) => void,
): TrainerClient {
  let trainer = launch({ ...start, tab }, receive);
  return {
    send: (request) => trainer.worker.postMessage(request),
    restart(next) {
      trainer.end();
      trainer = launch({ ...next, tab }, receive);
    },
  };
}

/** ms that a requested backend has to start. Some drivers never answer, and a worker that waits for one cannot stop waiting. */
const LONGEST_START_MS = 120_000;

interface Trainer {
  readonly worker: Worker;
  readonly end: () => void;
}

function launch(
  options: Omit<StartCommand, "type" | "dataUrl">,
  receive: (message: Message) => void,
): Trainer {
  const postToAll = (event: Event): void => receive({ lane: null, event });
  const silence = new Silence({
    ping: () => worker.postMessage(PING),
    tell: (isSilent) =>
      postToAll(isSilent ? { type: "failed", failure: { kind: "silent" } } : { type: "answering" }),
  });
  const worker = makeWorker("trainer", (detail) => {
    clearTimeout(limit);
    silence.end();
    postToAll({ type: "failed", failure: { kind: "crash", detail } });
  });
  const limit = limitStart(options.asked, receive);
  worker.addEventListener("message", ({ data }: MessageEvent<Message | typeof ALIVE>) => {
    clearTimeout(limit);
    silence.heard();
    if (data === ALIVE) return;
    if (isLast(data.event)) silence.end();
    receive(data);
  });
  const dataUrl = new URL("data/", document.baseURI).href;
  const start: StartCommand = { type: "start", ...options, dataUrl };
  worker.postMessage(start);
  return {
    worker,
    end: () => {
      clearTimeout(limit);
      silence.end();
      worker.terminate();
    },
  };
}

/** Whether the worker ends itself after this event. */
function isLast(event: Event): boolean {
  return event.type === "failed" && event.failure.kind === "backendLost";
}

/** Reports a requested backend as lost unless the timer is cleared. Without a request the page starts on WebAssembly, which always answers. */
function limitStart(
  asked: RequestedBackend | null,
  receive: (message: Message) => void,
): ReturnType<typeof setTimeout> | undefined {
  if (asked === null) return undefined;
  const failure = { kind: "backendLost", name: asked.name } as const;
  return setTimeout(
    () => receive({ lane: null, event: { type: "failed", failure } }),
    LONGEST_START_MS,
  );
}

/**
 * Starts a worker that times the backends. It opens no storage.
 * @param receive gets every event; where the worker dies it gets "timedAll"
 * @returns a function that ends the worker at once
 */
export function startTiming(command: TimeCommand, receive: (event: TimeEvent) => void): () => void {
  const worker = makeWorker("timer", () => receive({ type: "timedAll" }));
  worker.addEventListener("message", ({ data }: MessageEvent<TimeEvent>) => receive(data));
  worker.postMessage(command);
  return () => worker.terminate();
}

/** @param fail gets the error message where the worker dies or cannot be loaded */
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
