/** A page of the store whose worker is up on a shipped model, with what it sends to that worker. */
import { vi } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Event, Failure, RequestId } from "../../workers/protocol";
import { receive as take } from "../actions/receive";
import { connect, initialise, start } from "../actions/startup";
import { LANE, type Lane } from "../slices/lane";
import { modelRequest } from "../slices/requests";
import { laneOf, useApp } from "../store";
import { readyWith } from "./events";

export const page = {
  sent: [] as Command[],
  restart: vi.fn<(failure: Failure | null) => void>(),
  sentTypes: (): string[] => page.sent.map(({ type }) => type),
};

/** Time stands still there; settings wait until a test lets it go on. */
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
 * An event of the worker comes. A run is ready as the answer to the first request for one, and the requests before it
 * are done by then, as a worker has it.
 */
export function receive(event: Event): void {
  if (event.type !== "ready") return take({ lane: LANE, event });
  const { requests } = useApp.getState();
  const request = modelRequest(requests);
  const due = requests.filter(({ id, command }) => id <= (request?.id ?? 0) && !isBeside(command));
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

function isBeside({ type }: Command): boolean {
  return type === "inspectPairs" || type === "evaluate";
}

/** Two runs on pairs are taken to be on different ones. */
function isSameTask({ task }: Config): boolean {
  const { info } = lane().run;
  return info === null || (task === info.config.task && task !== "pairs");
}

/** The id of the latest request of this kind that has not been answered. */
export function asked(type: Command["type"]): RequestId {
  const found = useApp.getState().requests.findLast(({ command }) => command.type === type);
  if (!found) throw new Error(`the worker has not been asked to ${type}`);
  return found.id;
}

/** The worker answers all that it was asked: with this event, where one is given, and that it is done. */
export function answer(event?: Event): void {
  if (event) receive(event);
  for (const { id } of useApp.getState().requests) receive({ type: "done", requestId: id });
}
