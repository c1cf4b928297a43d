/** What the worker has been asked and has not answered yet, oldest first. Of one lane it answers in this order. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import type { Command, LaneId, Request, RequestId } from "../../workers/protocol";

export interface Outstanding extends Request {
  /**
   * The lane's settings when it was asked: what differs from them later the student has changed since. Once the model
   * has come, those of the model.
   */
  readonly config: Config;
}

export type Requests = readonly Outstanding[];

type CommandType = Command["type"];

/** Of these only the latest counts: an answer to an earlier one comes too late. */
const SUPERSEDED: readonly CommandType[] = ["show", "inspectPairs", "evaluate"];

/** Those that may bring another run to the fore. */
const MODEL_REQUESTS: readonly CommandType[] = [
  "configure",
  "usePairs",
  "openModel",
  "undo",
  "reset",
  "train",
  "trainOneStep",
];

export function withRequest(requests: Requests, asked: Outstanding): Requests {
  const { lane, command } = asked;
  const isOld = (one: Outstanding): boolean =>
    one.lane === lane && one.command.type === command.type && SUPERSEDED.includes(command.type);
  return [...requests.filter((one) => !isOld(one)), asked];
}

export function withoutRequest(requests: Requests, id: RequestId): Requests {
  return requests.filter((one) => one.id !== id);
}

/** The requests after the model of one of them has come, some time before it is done. */
export function withModel(requests: Requests, id: RequestId, config: Config): Requests {
  return requests.map((one) => (one.id === id ? { ...one, config } : one));
}

export function ofLane(requests: Requests, lane: LaneId): Requests {
  return requests.filter((one) => one.lane === lane);
}

/** Whether the worker has been asked for one of these and has not answered. */
export function isAsked(requests: Requests, ...types: readonly CommandType[]): boolean {
  return requests.some(({ command }) => types.includes(command.type));
}

/** The request that the worker is at, where it has been asked for a model: it takes them in order. */
export function modelRequest(requests: Requests): Outstanding | null {
  return requests.find(({ command }) => MODEL_REQUESTS.includes(command.type)) ?? null;
}

/**
 * The settings that the worker will have once it has answered everything.
 * @param running those of the run that there is; null where there is none
 */
export function toldConfig(requests: Requests, running: Config | null): Config | null {
  return requests.reduce<Config | null>((told, { command, config }) => {
    if (command.type === "configure" || command.type === "usePairs") return command.config;
    if (command.type === "adjust") return told && withLiveFields(told, command.config);
    const isUnknown = command.type === "undo" || command.type === "openModel";
    return isUnknown ? config : told; // whatever comes, the page follows it
  }, running);
}
