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
import type { Event, Message, Request, StartCommand, TimeCommand, TimeEvent } from "./protocol";
import { createSessions } from "./session/sessions";
import { timeBackends } from "./backend/timeBackends";

declare const self: DedicatedWorkerGlobalScope;

// All three come with the first message.
let dataUrl = "";
let tab: string | null = null;
let arithmetic: Arithmetic | null = null;
let isLost = false;

/** A worker whose backend is lost posts nothing more: what it computes from then on is wrong. */
function post(message: Message, transfer: ArrayBuffer[] = []): void {
  if (!isLost) self.postMessage(message, transfer);
}

/** Posts what is about the worker, and so about every lane. */
function tell(event: Event): void {
  post({ lane: null, event });
}

const take = createSessions({
  post,
  loadBaked: (config) => loadBaked(config, dataUrl),
  arithmetic: () => {
    if (arithmetic === null) throw new Error("worker: no backend is up");
    return arithmetic;
  },
  storeOf: () => openRunStore(tab),
  breathe,
  now: () => performance.now(),
});

let started: Promise<void> = Promise.reject(new Error("worker: the first message must be start"));
started.catch(() => undefined);

async function start({ asked, skip, ...rest }: StartCommand): Promise<void> {
  ({ dataUrl, tab } = rest);
  const chosen = await chooseBackend(asked, skip);
  ({ arithmetic } = chosen);
  const { name } = chosen.report;
  onBackendLost(name, () => {
    tell({ type: "failed", failure: { kind: "backendLost", name } });
    isLost = true;
    self.close(); // what the loop would go on to compute would be wrong
  });
  tell({ type: "backend", report: chosen.report });
}

function fail(error: unknown): void {
  const noBackend = error instanceof NoBackendError;
  tell({
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

/** Takes a request once the worker has started; one whose backend did not come up has said so already. */
function takeInTurn(request: Request): void {
  started.then(
    () => take(request),
    () => undefined,
  );
}

self.addEventListener("message", ({ data }: MessageEvent<StartCommand | TimeCommand | Request>) => {
  if ("command" in data) {
    if (data.command.type === "pause")
      void take(data); // must not wait its turn behind a resolved promise
    else takeInTurn(data);
  } else if (data.type === "time") {
    void time(data);
  } else {
    started = start(data);
    started.catch(fail);
  }
});
