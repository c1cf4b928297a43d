/**
 * The worker's entry: brings up a backend, then passes messages between the page and the sessions. A worker that is
 * started with "time" times the backends instead.
 */
import type { Arithmetic } from "../engine/training/learner";
import { openRunStore } from "../storage/runs";
import {
  bringUp,
  chooseBackend,
  isBackendThere,
  NoBackendError,
  onBackendLost,
} from "./backend/backend";
import { yieldToMessages } from "./yieldToMessages";
import { Outbox } from "./outbox";
import { describeError } from "./describeError";
import { loadBaked } from "./run/loadBaked";
import type {
  BackendName,
  Event,
  Failure,
  LaneId,
  Request,
  StartCommand,
  TimeCommand,
  TimeEvent,
} from "./protocol";
import { createSessions } from "./session/sessions";
import { ALIVE, PING } from "./silence";
import { timeBackends } from "./backend/timeBackends";

declare const self: DedicatedWorkerGlobalScope;

// The first message sets all four.
let dataUrl = "";
let tab: string | null = null;
let arithmetic: Arithmetic | null = null;
let backend: BackendName = "cpu";

const outbox = new Outbox({
  send: (message, transfer) => self.postMessage(message, transfer),
  backend: () => backend,
  isDeviceThere: () => isBackendThere(backend),
  end: () => self.close(), // ends the training loop, whose further results would be wrong
});

/** Posts an event that is about the worker, so about every lane. */
function postToAll(event: Event): void {
  outbox.post({ lane: null, event });
}

/** The name of a lane's record: the first lane's is the tab's own. */
function recordOf(tabName: string, lane: LaneId): string {
  return lane === "a" ? tabName : `${tabName}/${lane}`;
}

const take = createSessions({
  post: outbox.post,
  deviceLost: outbox.closeAfterLoss,
  loadBaked: (config) => loadBaked(config, dataUrl),
  arithmetic: () => {
    if (arithmetic === null) throw new Error("worker: no backend is up");
    return arithmetic;
  },
  storeOf: (lane) => outbox.guard(openRunStore(tab && recordOf(tab, lane))),
  yieldToMessages,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
});

let started: Promise<void> = Promise.reject(new Error("worker: the first message must be start"));
started.catch(() => undefined);

async function start({ asked, skip, ...rest }: StartCommand): Promise<void> {
  ({ dataUrl, tab } = rest);
  const chosen = await chooseBackend(asked, skip);
  ({ arithmetic } = chosen);
  backend = chosen.report.name;
  onBackendLost(backend, outbox.closeAfterLoss);
  postToAll({ type: "backend", report: chosen.report });
}

function fail(error: unknown): void {
  postToAll({ type: "failed", failure: failureOf(error) });
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof NoBackendError)) return describeError(error);
  return { kind: error.isMissing ? "engineMissing" : "noBackend", detail: error.message };
}

async function time(command: TimeCommand): Promise<void> {
  await timeBackends(command, {
    post: (event: TimeEvent) => self.postMessage(event),
    now: () => performance.now(),
    yieldToMessages,
    bringUp: (name) => bringUp(name),
  });
  self.close();
}

/** Takes a request once the worker has started. Where that fails, the page has the failure already. */
function takeInTurn(request: Request): void {
  started.then(
    () => take(request),
    () => undefined,
  );
}

type Received = StartCommand | TimeCommand | Request | typeof PING;

self.addEventListener("message", ({ data }: MessageEvent<Received>) => {
  if (data === PING) {
    self.postMessage(ALIVE);
  } else if ("command" in data) {
    if (data.command.type === "pause")
      void take(data); // not even a resolved promise may delay it
    else takeInTurn(data);
  } else if (data.type === "time") {
    void time(data);
  } else {
    started = start(data);
    started.catch(fail);
  }
});
