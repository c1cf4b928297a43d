/** A page whose worker runs in this thread, for tests that count what it decodes. */
import type { Trace } from "../engine/results/trace";
import type { Config } from "../engine/setup/config";
import type { Arithmetic } from "../engine/training/learner";
import { startNodeArithmetic } from "./nodeBackend";
import type { SessionPorts } from "../workers/session/session";
import { createSessions } from "../workers/session/sessions";
import { yieldToMessages } from "../workers/yieldToMessages";
import { receive } from "../state/actions/receiveMessage";
import { connect, initialise, start } from "../state/actions/startup";
import { flush } from "../state/ports/workerPort";
import { LANE } from "../state/slices/lane";
import type { WantedView } from "../state/slices/linkedView";
import { useApp } from "../state/store";

let arithmetic: Arithmetic;
const traces: Trace[] = [];

/** Starts what computes the models. Call before all tests. */
export async function startArithmetic(): Promise<void> {
  arithmetic = await startNodeArithmetic();
}

/**
 * Opens a page whose worker runs in this thread.
 * @param beforeStart what the page does before its first request
 * @param loadBaked by default the page ships no model
 */
export function open(
  config: Config,
  view: WantedView,
  beforeStart: () => void = () => undefined,
  loadBaked: SessionPorts["loadBaked"] = async () => null,
): void {
  const take = createSessions({
    post: (message) => {
      if (message.event.type === "trace") traces.push(message.event.trace);
      receive(message);
    },
    deviceLost: () => undefined,
    loadBaked,
    arithmetic: () => arithmetic,
    storeOf: () => ({
      read: async () => undefined,
      write: async () => undefined,
      remove: async () => undefined,
    }),
    yieldToMessages,
    sleep: async () => undefined,
    now: () => performance.now(),
  });
  initialise(config, view);
  beforeStart();
  connect((request) => void take(request));
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
