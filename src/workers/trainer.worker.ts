/**
 * The worker's entry: brings up a backend, then passes messages between the page and the session. One that is started
 * with "time" times the backends instead, and touches nothing that is kept.
 */
import type { Arithmetic } from "../engine/training/learner";
import { openRunStore } from "../storage/runs";
import { bringUp, chooseBackend, NoBackendError, onBackendLost } from "./backend/backend";
import { breathe } from "./breathe";
import { describeError } from "./describeError";
import { loadBaked } from "./run/loadBaked";
import type { Command, Event, TimeCommand, TimeEvent } from "./protocol";
import { createSession } from "./session/session";
import { timeBackends } from "./backend/timeBackends";

declare const self: DedicatedWorkerGlobalScope;

// All three come with the first command.
let dataUrl = "";
let store = openRunStore(null);
let arithmetic: Arithmetic | null = null;
let isLost = false;

/** Nothing is said any more by a worker whose backend is lost: what comes of that is no news of its own. */
function post(event: Event, transfer: ArrayBuffer[] = []): void {
  if (!isLost) self.postMessage(event, transfer);
}

const session = createSession({
  post,
  loadBaked: (config) => loadBaked(config, dataUrl),
  arithmetic: () => {
    if (arithmetic === null) throw new Error("worker: no backend is up");
    return arithmetic;
  },
  store: {
    read: () => store.read(),
    write: (record) => store.write(record),
    remove: () => store.remove(),
  },
  breathe,
  now: () => performance.now(),
});

let started: Promise<void> = Promise.reject(new Error("worker: the first command must be start"));
started.catch(() => undefined);

async function start({ asked, skip, ...rest }: Extract<Command, { type: "start" }>): Promise<void> {
  dataUrl = rest.dataUrl;
  store = openRunStore(rest.tab);
  const chosen = await chooseBackend(asked, skip);
  ({ arithmetic } = chosen);
  const { name } = chosen.report;
  onBackendLost(name, () => {
    post({ type: "failed", failure: { kind: "backendLost", name } });
    isLost = true;
    self.close(); // what the loop would go on to compute would be wrong
  });
  post({ type: "backend", report: chosen.report });
}

function fail(error: unknown): void {
  const noBackend = error instanceof NoBackendError;
  post({
    type: "failed",
    failure: noBackend ? { kind: "noBackend", detail: error.message } : describeError(error),
  });
}

async function time(command: TimeCommand): Promise<void> {
  await timeBackends(command, {
    post: (event: TimeEvent) => self.postMessage(event),
    now: () => performance.now(),
    bringUp: (name) => bringUp(name),
  });
  self.close();
}

self.addEventListener("message", ({ data: command }: MessageEvent<Command | TimeCommand>) => {
  if (command.type === "time") {
    void time(command);
  } else if (command.type === "start") {
    started = start(command);
    started.catch(fail);
  } else if (command.type === "pause") {
    void session(command); // must not wait its turn behind a resolved promise
  } else {
    started.then(
      () => session(command),
      () => undefined,
    ); // a worker without a backend has said so already
  }
});
