/** The requests that the worker has not answered yet, oldest first. It answers a lane's requests in this order. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import type { Command, LaneId, Request, RequestId } from "../../workers/protocol";

export interface Outstanding extends Request {
  /**
   * The lane's settings at the time of the request, or those of its model once that is ready. Where the controls
   * differ, the student has changed them since.
   */
  readonly config: Config;
}

export type Requests = readonly Outstanding[];

type CommandType = Command["type"];

/** A new request of these types replaces the earlier one of its lane. */
const SUPERSEDED: readonly CommandType[] = [
  "show",
  "roads",
  "followInWalk",
  "batch",
  "maps",
  "exposure",
  "inspectPairs",
  "evaluate",
  "readParameters",
  "copyRun",
];

/** The requests that can make another run active. */
const MODEL_REQUESTS: readonly CommandType[] = [
  "configure",
  "usePairs",
  "openModel",
  "copyRun",
  "undo",
  "redo",
  "useBest",
  "reset",
  "train",
  "trainOneStep",
  "walkUpdate",
];

/** The requests for a run with settings of its own. */
const OTHER_RUNS: readonly CommandType[] = ["undo", "redo", "openModel", "copyRun"];

export function withRequest(requests: Requests, asked: Outstanding): Requests {
  const { lane, command } = asked;
  const isOld = (earlier: Outstanding): boolean =>
    earlier.lane === lane &&
    earlier.command.type === command.type &&
    SUPERSEDED.includes(command.type);
  return [...requests.filter((earlier) => !isOld(earlier)), asked];
}

export function withoutRequest(requests: Requests, id: RequestId): Requests {
  return requests.filter((request) => request.id !== id);
}

/** The requests after "ready", which comes before the "done" of its request. */
export function withModel(requests: Requests, id: RequestId, config: Config): Requests {
  return requests.map((request) => (request.id === id ? { ...request, config } : request));
}

export function ofLane(requests: Requests, lane: LaneId): Requests {
  return requests.filter((request) => request.lane === lane);
}

/** Whether a request of one of these types is outstanding. */
export function isAsked(requests: Requests, ...types: readonly CommandType[]): boolean {
  return requests.some(({ command }) => types.includes(command.type));
}

/** The oldest outstanding request for a model. The worker takes requests in order. */
export function modelRequest(requests: Requests): Outstanding | null {
  return requests.find(({ command }) => MODEL_REQUESTS.includes(command.type)) ?? null;
}

/**
 * The settings that the worker will have after all requests.
 * @param running the settings of the active run; null: there is no run
 */
export function configAfterRequests(requests: Requests, running: Config | null): Config | null {
  return requests.reduce<Config | null>((before, { command, config }) => {
    if (command.type === "configure" || command.type === "usePairs") return command.config;
    if (command.type === "adjust") return before && withLiveFields(before, command.config);
    const isOther = OTHER_RUNS.includes(command.type);
    return isOther ? config : before; // the page follows the settings of that run
  }, running);
}
