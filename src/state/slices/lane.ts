/** A lane: settings, a run and its evaluation, and how they follow the worker's events. */
import { bakedName } from "../../engine/files/baked";
import {
  type Config,
  DEFAULT_CONFIG,
  FIELD_NAMES,
  needsFreshModel,
  withLiveFields,
} from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { settleDifficulty } from "../../engine/tasks/difficulty";
import type { Event, LaneId } from "../../workers/protocol";
import { type EvaluationState, INITIAL_EVALUATION, reduceEvaluation } from "./evaluation";
import { changeForcing } from "./forcingHistory";
import { modelRequest, type Outstanding, type Requests, configAfterRequests } from "./requests";
import { INITIAL_RUN, reduceRun, type RunState } from "./run";

/** The lane of the page's controls. */
export const LANE = "a" satisfies LaneId;

export interface Lane {
  /** The settings in the controls. The run gets them a moment later. */
  readonly config: Config;
  readonly run: RunState;
  readonly evaluation: EvaluationState;
}

export const INITIAL_LANE: Lane = {
  config: DEFAULT_CONFIG,
  run: INITIAL_RUN,
  evaluation: INITIAL_EVALUATION,
};

/** Whether the worker could not build the requested model. The current run stays, if there is one. */
export function isRefusal(event: Event): boolean {
  if (event.type !== "failed") return false;
  return event.failure.kind === "pairsMissing" || event.failure.kind === "outOfMemory";
}

/**
 * The lane after an event that is not stale.
 * @param requests the lane's, before the event
 */
export function reduceLane(lane: Lane, requests: Requests, event: Event): Lane {
  const run = reduceRun(lane.run, event);
  return {
    config: configAfter(lane, requests, event),
    run: event.type === "done" ? adjusted(run, requests, event.requestId) : run,
    evaluation: reduceEvaluation(lane.evaluation, event, lane.run),
  };
}

/**
 * The settings after an event. They follow the run if its settings do not come from the controls (undo, a model file),
 * or if the worker could not build the requested model. They stay while a later model request is outstanding.
 */
function configAfter(lane: Lane, requests: Requests, event: Event): Config {
  const asked = modelRequest(requests);
  if (isRefusal(event))
    return asked ? followRun(lane.config, lane.run.info?.config, asked) : lane.config;
  if (event.type !== "ready") return lane.config;
  const isSetUp = requests.some(
    ({ id, command }) =>
      id >= event.requestId && (command.type === "configure" || command.type === "usePairs"),
  );
  const answered = requests.find(({ id }) => id === event.requestId) ?? null;
  return isSetUp ? lane.config : followRun(lane.config, event.info.config, answered);
}

/** The run's settings with the student's changes since the request. */
function followRun(wanted: Config, run: Config | undefined, asked: Outstanding | null): Config {
  if (run === undefined) return wanted;
  const base = asked?.config ?? wanted;
  const changed = FIELD_NAMES.filter((name) => wanted[name] !== base[name]);
  const changes = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  return settleDifficulty(settle({ ...run, ...changes }));
}

/** The run after the worker has answered "adjust". */
function adjusted(run: RunState, requests: Requests, requestId: number): RunState {
  const command = requests.find(({ id }) => id === requestId)?.command;
  if (command?.type !== "adjust" || run.info === null) return run;
  const config = withLiveFields(run.info.config, command.config);
  const forcing = changeForcing(run.forcing, run.step, config);
  return { ...run, info: { ...run.info, config }, forcing };
}

/** The settings that the worker will have after all requests; null if it has none or has failed. */
function workerConfig({ run }: Lane, requests: Requests): Config | null {
  return run.status === "failed" ? null : configAfterRequests(requests, run.info?.config ?? null);
}

/** Whether a worker can take settings, even if it could not build its first model. */
export function hasWorker(lane: Lane, requests: Requests): boolean {
  const { backend, status } = lane.run;
  return workerConfig(lane, requests) !== null || (backend !== null && status !== "failed");
}

/** The command that gives the worker the lane's settings; null: it has them, or there is no worker. */
export function neededUpdate(lane: Lane, requests: Requests): "configure" | "adjust" | null {
  if (!hasWorker(lane, requests)) return null;
  const known = workerConfig(lane, requests);
  if (known === null) return "configure";
  if (FIELD_NAMES.every((name) => known[name] === lane.config[name])) return null;
  const isOther = needsFreshModel(known, lane.config) || hasShippedOfItsOwn(lane, known);
  return isOther ? "configure" : "adjust";
}

/** Whether a shipped model is on show and another one was trained with settings closer to the lane's, such as its P. */
function hasShippedOfItsOwn({ run, config }: Lane, known: Config): boolean {
  return run.info?.weights === "baked" && bakedName(known) !== bakedName(config);
}
