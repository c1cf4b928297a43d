/** A page whose worker runs in this thread, for tests that count what it decodes. */
import type { Trace } from "../engine/results/trace";
import type { Config } from "../engine/setup/config";
import type { Arithmetic } from "../engine/training/learner";
import { startNodeArithmetic } from "./nodeBackend";
import type { LaneId, Request } from "../workers/protocol";
import type { SessionPorts } from "../workers/session/session";
import { createSessions } from "../workers/session/sessions";
import { yieldToMessages } from "../workers/yieldToMessages";
import { receive } from "../state/actions/receiveMessage";
import { initialise } from "../state/actions/initialise";
import { connect, start } from "../state/actions/startup";
import { flush } from "../state/ports/workerPort";
import { LANE } from "../state/slices/lane";
import type { WantedView } from "../state/slices/linkedView";
import { useApp } from "../state/store";

let arithmetic: Arithmetic;
const traces: Trace[] = [];
/** The saved runs of the page's tab. */
const records = new Map<LaneId, unknown>();
/** The worker takes a request; nothing comes from a worker that has been replaced. */
let take: (request: Request) => Promise<void>;

/** Starts what computes the models. Call before all tests. */
export async function startArithmetic(): Promise<void> {
  arithmetic = await startNodeArithmetic();
}

/** The page ships no model, unless a test says so. */
let loadBaked: SessionPorts["loadBaked"] = async () => null;

export function shipModels(load: SessionPorts["loadBaked"]): void {
  loadBaked = load;
}

function startWorker(): void {
  const worker = createSessions({
    post: (message) => {
      if (take !== worker) return;
      if (message.event.type === "trace") traces.push(message.event.trace);
      receive(message);
    },
    deviceLost: () => undefined,
    loadBaked: (config) => loadBaked(config),
    arithmetic: () => arithmetic,
    storeOf: (lane) => ({
      read: async () => records.get(lane),
      write: async (record) => void records.set(lane, structuredClone(record)),
      remove: async () => void records.delete(lane),
    }),
    yieldToMessages,
    sleep: async () => undefined,
    now: () => performance.now(),
  });
  take = worker;
}

type Opening = Parameters<typeof reopen>;

/** Opens a page in a new tab, whose worker runs in this thread. */
export function open(...opening: Opening): void {
  records.clear();
  reopen(...opening);
}

/**
 * Opens a page in the tab of the one before, as a reload does.
 * @param beforeStart what the page does before its first request
 */
export function reopen(
  config: Config,
  view: WantedView,
  beforeStart: () => void = () => undefined,
): void {
  startWorker();
  initialise(config, view);
  beforeStart();
  connect((request) => void take(request), startWorker);
  start();
}

/** Sends waiting settings and waits until the worker has answered all requests. */
export async function settled(): Promise<void> {
  flush(LANE);
  flush("b");
  while (useApp.getState().requests.length > 0) await yieldToMessages();
}

/** The traces that one act causes. */
export async function decodesOf(act: () => unknown): Promise<readonly Trace[]> {
  traces.length = 0;
  await act();
  await settled();
  return traces;
}
