/** A page for tests: its worker has a shipped model ready, and the test sees what the page sends. */
import { vi } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Event, Failure, RequestId } from "../../workers/protocol";
import { receive as take } from "../actions/receiveMessage";
import { initialise } from "../actions/initialise";
import { connect, start } from "../actions/startup";
import { LANE, type Lane } from "../slices/lane";
import { modelRequest } from "../slices/requests";
import { laneOf, useApp } from "../store";
import { readyWith } from "./events";

export const page = {
  sent: [] as Command[],
  restart: vi.fn<(failure: Failure | null) => void>(),
  sentTypes: (): string[] => page.sent.map(({ type }) => type),
};

/** Opens the page with fake timers, so that settings wait until the test advances the time. */
export function openPage(): void {
  vi.useFakeTimers();
  page.restart.mockClear();
  initialise(DEFAULT_CONFIG, {});
  connect(({ command }) => page.sent.push(command), page.restart);
  start();
  receive(readyWith({ runId: 1, weights: "baked" }));
  page.sent = [];
}

export function configWith(change: Partial<Config>): Config {
  return { ...DEFAULT_CONFIG, ...change };
}

/** The page's lane. */
export function lane(): Lane {
  return laneOf(LANE);
}

/**
 * Delivers an event of the worker. As from a real worker, "ready" answers the first request for a model, after the
 * earlier requests are done.
 */
export function receive(event: Event): void {
  if (event.type !== "ready") return take({ lane: LANE, event });
  const { requests } = useApp.getState();
  const request = modelRequest(requests);
  const due = requests.filter(
    ({ id, command }) => id <= (request?.id ?? 0) && !isNotAwaited(command),
  );
  const isShown = request !== null && "show" in request.command;
  const ready = {
    ...event,
    requestId: request?.id ?? 0,
    isShown: isShown || isSameTask(event.info.config),
  };
  for (const { id } of due) {
    if (id === request?.id) take({ lane: LANE, event: ready });
    take({ lane: LANE, event: { type: "done", requestId: id } });
  }
  if (request === null) take({ lane: LANE, event: ready });
}

function isNotAwaited({ type }: Command): boolean {
  return type === "inspectPairs" || type === "evaluate" || type === "exposure";
}

/** Two runs on own pairs count as different tasks. */
function isSameTask({ task }: Config): boolean {
  const { info } = lane().run;
  return info === null || (task === info.config.task && task !== "pairs");
}

/** The id of the latest unanswered request of this kind. */
export function asked(type: Command["type"]): RequestId {
  const found = useApp.getState().requests.findLast(({ command }) => command.type === type);
  if (!found) throw new Error(`the worker has not been asked to ${type}`);
  return found.id;
}

/** Delivers this event, if any, and answers all requests with "done". */
export function answer(event?: Event): void {
  if (event) receive(event);
  for (const { id } of useApp.getState().requests) receive({ type: "done", requestId: id });
}
