/** A lane: a run with its settings and its evaluation, and how both follow the worker's events. */
import {
  type Config,
  DEFAULT_CONFIG,
  FIELD_NAMES,
  needsFreshModel,
  withLiveFields,
} from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { isSameExample, type Show } from "../../engine/show";
import { settleDifficulty } from "../../engine/tasks/difficulty";
import type { Event, LaneId, RequestId } from "../../workers/protocol";
import { type EvaluationState, INITIAL_EVALUATION, reduceEvaluation } from "./evaluation";
import { modelRequest, type Outstanding, type Requests, toldConfig } from "./requests";
import { INITIAL_RUN, reduceRun, type RunState } from "./run";

/** The lane that the page's controls are about. */
export const LANE = "a" satisfies LaneId;

export interface Lane {
  /** The settings as the controls show them: what the student wants, a moment before the run has it. */
  readonly config: Config;
  readonly run: RunState;
  readonly evaluation: EvaluationState;
}

export const INITIAL_LANE: Lane = {
  config: DEFAULT_CONFIG,
  run: INITIAL_RUN,
  evaluation: INITIAL_EVALUATION,
};

/** Whether the model that was asked for cannot be made: the run stays what it was, if there is one. */
export function isRefusal(event: Event): boolean {
  if (event.type !== "failed") return false;
  return event.failure.kind === "pairsMissing" || event.failure.kind === "outOfMemory";
}

/**
 * Whether nothing that follows from this event is true any more: it is about a run that was replaced, answers what was
 * asked for otherwise since, or comes from a worker that has been given up.
 */
export function isStale({ run }: Lane, requests: Requests, event: Event): boolean {
  if (run.status === "failed" && event.type !== "failed") return true; // until a restart nothing can be trusted
  if ("runId" in event && event.runId !== run.info?.runId) return true;
  if (event.type === "trace") {
    const wanted = laterShow(requests, event.requestId);
    return wanted !== null && !isSameExample(wanted.example, event.trace.show.example);
  }
  if (event.type === "sourceRejected" && laterShow(requests, event.requestId)) return true;
  return isAnswer(event) && requests.every(({ id }) => id !== event.requestId);
}

/** What has been asked to be shown since this request; null: nothing. */
function laterShow(requests: Requests, requestId: RequestId): Show | null {
  const later = requests.find(({ id, command }) => command.type === "show" && id > requestId);
  return later?.command.type === "show" ? later.command.show : null; // there is one at most
}

/** What is of use to the request that asked for it alone. */
const ANSWERS = ["sourceRejected", "pairsInspected", "modelSaved", "modelRefused"] as const;
type Answer = Extract<Event, { readonly type: (typeof ANSWERS)[number] }>;

function isAnswer(event: Event): event is Answer {
  return ANSWERS.some((type) => type === event.type);
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
 * The settings after an event. They follow the run where the worker brought one that nobody set up (undo, a model from a
 * file) or could not make the one asked for, and stay as they are while the worker is still behind.
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

/** The run's settings, with what the student has changed since the request. */
function followRun(wanted: Config, run: Config | undefined, asked: Outstanding | null): Config {
  if (run === undefined) return wanted;
  const base = asked?.config ?? wanted;
  const changed = FIELD_NAMES.filter((name) => wanted[name] !== base[name]);
  const changes = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  return settleDifficulty(settle({ ...run, ...changes }));
}

/** The run once the worker has applied what was adjusted. */
function adjusted(run: RunState, requests: Requests, requestId: number): RunState {
  const command = requests.find(({ id }) => id === requestId)?.command;
  if (command?.type !== "adjust" || run.info === null) return run;
  const config = withLiveFields(run.info.config, command.config);
  return { ...run, info: { ...run.info, config } };
}

/** The settings that the worker has or will have; null where it has none, and where there is no worker to have any. */
function told({ run }: Lane, requests: Requests): Config | null {
  return run.status === "failed" ? null : toldConfig(requests, run.info?.config ?? null);
}

/** Whether there is a worker to tell of settings; that it could not make its first model is no reason not to. */
export function hasWorker(lane: Lane, requests: Requests): boolean {
  const { backend, status } = lane.run;
  return told(lane, requests) !== null || (backend !== null && status !== "failed");
}

/** What the worker is to be asked so that it has the lane's settings; null: nothing. */
export function lag(lane: Lane, requests: Requests): "configure" | "adjust" | null {
  if (!hasWorker(lane, requests)) return null;
  const known = told(lane, requests);
  if (known === null) return "configure";
  if (FIELD_NAMES.every((name) => known[name] === lane.config[name])) return null;
  return needsFreshModel(known, lane.config) ? "configure" : "adjust";
}
