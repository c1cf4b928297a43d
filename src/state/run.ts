/** The run as the page knows it: a reducer over the worker's events. */
import type { Trace } from "../engine/trace";
import type {
  BackendReport,
  Evaluation,
  Event,
  ExampleChoice,
  Failure,
  LossPoint,
  RunInfo,
  SourceProblem,
  StopReason,
} from "../workers/protocol";

export interface RunState {
  /** "starting": no worker yet (a baked trace may be on show). "failed": the worker is gone, `failure` says why. */
  readonly status: "starting" | "idle" | "training" | "failed";
  readonly info: RunInfo | null;
  readonly backend: BackendReport | null;
  readonly step: number;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
  readonly pairsPerSecond: number | null;
  readonly stopReason: StopReason | null;
  readonly failure: Failure | null;
  /** The example on the stage and what the model made of it. */
  readonly trace: Trace | null;
  readonly tracedExample: ExampleChoice | null;
  readonly sourceProblem: SourceProblem | null;
}

export const INITIAL_RUN: RunState = {
  status: "starting",
  info: null,
  backend: null,
  step: 0,
  losses: [],
  evaluations: [],
  pairsPerSecond: null,
  stopReason: null,
  failure: null,
  trace: null,
  tracedExample: null,
  sourceProblem: null,
};

/** Whether the event belongs to a run that has been replaced since. */
function isStale(run: RunState, event: Event): boolean {
  return "runId" in event && event.runId !== run.info?.runId;
}

/** The run after an event of the worker. Events of a replaced run change nothing. */
export function reduceRun(run: RunState, event: Event): RunState {
  if (isStale(run, event)) return run;
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
        losses: [...run.losses, ...event.losses],
        step: event.losses.at(-1)?.step ?? run.step,
        pairsPerSecond: event.pairsPerSecond,
      };
    case "evaluation":
      return { ...run, evaluations: [...run.evaluations, event.evaluation] };
    case "stopped":
      return { ...run, status: "idle", stopReason: event.reason };
    case "trace":
      return { ...run, trace: event.trace, tracedExample: event.example, sourceProblem: null };
    case "sourceRejected":
      return { ...run, sourceProblem: event.problem };
    case "failed":
      return { ...run, ...failRun(run, event.failure) };
    case "pairsInspected":
      return run; // the dialog listens for it
    default:
      return event satisfies never;
  }
}

function startRun(run: RunState, info: RunInfo): RunState {
  return {
    ...run,
    status: "idle",
    info,
    step: info.step,
    losses: info.losses,
    evaluations: info.evaluations,
    pairsPerSecond: null,
    stopReason: null,
    failure: null,
    sourceProblem: null,
  };
}

/** Some failures end the worker, others leave the current run as it was. */
function failRun(run: RunState, failure: Failure): Pick<RunState, "status" | "failure"> {
  const survives = failure.kind === "bakedMissing" || failure.kind === "pairsMissing";
  return { status: survives ? run.status : "failed", failure };
}
