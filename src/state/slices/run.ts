/** The run as the page knows it: a reducer over the worker's events. */
import { bakedName } from "../../engine/files/baked";
import type { Config } from "../../engine/setup/config";
import type { Evaluation } from "../../engine/results/history";
import type { Trace } from "../../engine/results/trace";
import type {
  BackendReport,
  Event,
  Failure,
  KeepingProblem,
  RunInfo,
  SourceProblem,
  StopReason,
} from "../../workers/protocol";
import { appendLosses, createHistory, type LossHistory } from "./losses";

export type { BackendReport, Failure, RunInfo, SourceProblem, StopReason };

/** The run that "undo" brings back. */
export interface Replaced {
  readonly config: Config;
  readonly step: number;
  readonly weights: RunInfo["weights"];
}

export interface RunState {
  /** "starting": no worker yet (a baked trace may be on show). "failed": the worker is gone, `failure` says why. */
  readonly status: "starting" | "idle" | "training" | "failed";
  readonly info: RunInfo | null;
  readonly backend: BackendReport | null;
  readonly step: number;
  readonly losses: LossHistory;
  readonly evaluations: readonly Evaluation[];
  readonly pairsPerSecond: number | null;
  readonly stopReason: StopReason | null;
  /** The steps that can be looked back at, ascending. */
  readonly snapshots: readonly number[];
  /** Training paused because the tab was hidden, or went on because it is "back". */
  readonly away: "paused" | "back" | null;
  /** Why a reload would lose this run; null where it would not, as far as is known. */
  readonly keeping: KeepingProblem | null;
  readonly failure: Failure | null;
  /** What undo would bring back; null where the worker holds nothing older or nobody here saw it. */
  readonly replaced: Replaced | null;
  /** The example on the stage and what the model made of it. */
  readonly trace: Trace | null;
  readonly sourceProblem: SourceProblem | null;
}

export const INITIAL_RUN: RunState = {
  status: "starting",
  info: null,
  backend: null,
  step: 0,
  losses: createHistory([]),
  evaluations: [],
  pairsPerSecond: null,
  stopReason: null,
  snapshots: [],
  away: null,
  keeping: null,
  failure: null,
  replaced: null,
  trace: null,
  sourceProblem: null,
};

/** The run after an event of the worker that is not stale. */
export function reduceRun(run: RunState, event: Event): RunState {
  switch (event.type) {
    case "backend":
      return { ...run, backend: event.report };
    case "ready":
      return startRun(run, event.info);
    case "started":
      return { ...run, status: "training", stopReason: null };
    case "progress":
      return {
        ...run,
        losses: appendLosses(run.losses, event.losses),
        step: event.losses.at(-1)?.step ?? run.step,
        pairsPerSecond: event.pairsPerSecond,
      };
    case "evaluation":
      return { ...run, evaluations: addEvaluation(run.evaluations, event.evaluation) };
    case "snapshots":
      return { ...run, snapshots: event.steps };
    case "keeping":
      return { ...run, keeping: event.problem };
    case "stopped":
      return {
        ...run,
        status: "idle",
        stopReason: event.reason,
        away: event.reason === "paused" && run.away === "paused" ? "paused" : null,
      };
    case "trace":
      return { ...run, trace: event.trace };
    case "sourceRejected":
      return { ...run, sourceProblem: event.problem };
    case "failed":
      return failRun(run, event.failure);
    case "done":
    case "evaluating":
    case "pairsInspected":
    case "modelSaved":
    case "modelRefused":
      return run; // slices of their own take them
    default:
      return event satisfies never;
  }
}

/** Pausing evaluates too: a second evaluation of one step replaces the first. */
function addEvaluation(
  evaluations: readonly Evaluation[],
  evaluation: Evaluation,
): readonly Evaluation[] {
  const isRepeat = evaluations.at(-1)?.step === evaluation.step;
  return [...(isRepeat ? evaluations.slice(0, -1) : evaluations), evaluation];
}

function startRun(run: RunState, info: RunInfo): RunState {
  return {
    ...run,
    status: "idle",
    info,
    step: info.step,
    losses: createHistory(info.losses),
    evaluations: info.evaluations,
    pairsPerSecond: null,
    stopReason: null,
    snapshots: [],
    away: null,
    failure: survivingFailure(run.failure, info),
    replaced: info.canUndo ? replacedBy(run, info) : null,
    sourceProblem: null,
  };
}

/** A worker that repeats itself about the same run does not make that run its own predecessor. */
function replacedBy(run: RunState, info: RunInfo): Replaced | null {
  const before = run.info;
  if (before === null) return null;
  if (before.runId === info.runId) return run.replaced;
  return { config: before.config, step: run.step, weights: before.weights };
}

/** A notice about what is still missing stays; one about a worker that is back does not. */
function survivingFailure(failure: Failure | null, info: RunInfo): Failure | null {
  if (failure?.kind === "bakedMissing" && info.weights === "fresh") return failure;
  if (failure?.kind === "pairsMissing" && info.config.task !== "pairs") return failure;
  return null;
}

/** Whether the worker lives on after this failure, with the current run as it was. */
export function isSurvivable(failure: Failure): boolean {
  return failure.kind === "bakedMissing" || failure.kind === "pairsMissing";
}

function failRun(run: RunState, failure: Failure): RunState {
  return { ...run, failure, status: isSurvivable(failure) ? run.status : "failed" };
}

/** The run while a new worker comes up: what is on the stage stays there. */
export function restartRun(run: RunState): RunState {
  return { ...INITIAL_RUN, trace: run.trace };
}

/** Whether the run is on other weights although a trained model of the same structure was shipped. */
export function hasTrainedModel({ info, failure }: RunState): boolean {
  if (info === null || info.weights === "baked" || failure?.kind === "bakedMissing") return false;
  return bakedName(info.config) !== null;
}
