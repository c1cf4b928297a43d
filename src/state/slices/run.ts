/** The page's state of a run: a reducer over the worker's events. */
import { bakedName } from "../../engine/files/baked";
import type { BestEvaluation, Evaluation } from "../../engine/results/history";
import type { RefusedEdit } from "../../engine/edits/editProblem";
import type { Trace } from "../../engine/results/trace";
import { needsFreshModel } from "../../engine/setup/config";
import type { Show } from "../../engine/show";
import type {
  BackendReport,
  Event,
  Failure,
  KeepingProblem,
  RunInfo,
  SourceProblem,
  StopReason,
} from "../../workers/protocol";
import { type Answers, answersAfter, NO_ANSWERS } from "./answers";
import { type ForcingHistory, startForcing } from "./forcingHistory";
import { appendLosses, createHistory, type LossHistory } from "./losses";

export type { BackendReport, Failure, RunInfo, SourceProblem, StopReason };

export interface RunState extends Answers {
  /** "starting": no run is ready; the stage may show a shipped trace. "failed": the worker failed, see `failure`. */
  readonly status: "starting" | "idle" | "training" | "failed";
  readonly info: RunInfo | null;
  readonly backend: BackendReport | null;
  readonly step: number;
  readonly losses: LossHistory;
  readonly evaluations: readonly Evaluation[];
  /** How P(feed truth) has been set so far; empty before the run has a model. */
  readonly forcing: ForcingHistory;
  /** The evaluation whose weights the worker keeps as the run's best; null: it keeps none. */
  readonly best: BestEvaluation | null;
  /** A mean over about a second; null: nothing trains. */
  readonly pairsPerSecond: number | null;
  readonly stopReason: StopReason | null;
  /** The update at which the last training began. */
  readonly begin: number;
  /** The steps with a snapshot, ascending. */
  readonly snapshots: readonly number[];
  /** Whether a hidden tab paused the training, or the visible tab resumed it. */
  readonly hiddenTab: "paused" | "resumed" | null;
  /** Why a reload would lose this run; null: no problem is known. */
  readonly savingProblem: KeepingProblem | null;
  readonly failure: Failure | null;
  /** The decoded example on the stage. */
  readonly trace: Trace | null;
  readonly sourceProblem: SourceProblem | null;
  /** Edits that do not apply to the decode on the stage, and why; the latest act or link named them. */
  readonly refusedEdits: readonly RefusedEdit[];
}

export const INITIAL_RUN: RunState = {
  status: "starting",
  info: null,
  backend: null,
  step: 0,
  losses: createHistory([]),
  evaluations: [],
  forcing: [],
  best: null,
  pairsPerSecond: null,
  stopReason: null,
  begin: 0,
  snapshots: [],
  hiddenTab: null,
  savingProblem: null,
  failure: null,
  trace: null,
  ...NO_ANSWERS,
  sourceProblem: null,
  refusedEdits: [],
};

/** The run after an event that is not stale. */
export function reduceRun(run: RunState, event: Event): RunState {
  switch (event.type) {
    case "backend":
      return { ...run, backend: event.report };
    case "ready":
      return startRun(run, event.info);
    case "started":
      return { ...run, status: "training", stopReason: null, begin: run.step };
    case "progress":
      return {
        ...run,
        losses: appendLosses(run.losses, event.losses),
        step: event.losses.at(-1)?.step ?? run.step,
        pairsPerSecond: event.pairsPerSecond,
      };
    case "evaluation":
      return { ...run, evaluations: addEvaluation(run.evaluations, event.evaluation) };
    case "best":
      return { ...run, best: event.best };
    case "snapshots":
      return { ...run, snapshots: event.steps };
    case "keeping":
      return { ...run, savingProblem: event.problem };
    case "stopped":
      return stopRun(run, event.reason);
    case "trace":
      return { ...run, trace: event.trace };
    case "parameters":
    case "roads":
    case "walked":
    case "walkedExample":
    case "batch":
    case "maps":
    case "exposure":
      return { ...run, ...answersAfter(run, event) };
    case "sourceRejected":
      return { ...run, sourceProblem: event.problem };
    case "editsRefused":
      return { ...run, refusedEdits: event.refused };
    case "failed":
      return failRun(run, event.failure);
    case "answering":
      return run.failure?.kind === "silent" ? { ...run, failure: null } : run;
    case "done":
    case "evaluating":
    case "pairsInspected":
    case "pairsProgress":
    case "pairsExported":
    case "modelSaved":
    case "modelRefused":
      return run; // other slices use them
    default:
      return event satisfies never;
  }
}

function stopRun(run: RunState, reason: RunState["stopReason"]): RunState {
  const isHidden = reason === "paused" && run.hiddenTab === "paused";
  const hiddenTab = isHidden ? "paused" : null;
  return { ...run, status: "idle", pairsPerSecond: null, stopReason: reason, hiddenTab };
}

/** A pause also evaluates. A second evaluation of the same step replaces the first. */
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
    forcing: startForcing(info.config),
    best: info.best,
    pairsPerSecond: null,
    stopReason: null,
    begin: info.step,
    snapshots: [],
    parameters: null,
    roads: null, // another model can have read the same example after as many updates
    walk: null,
    batch: null,
    maps: null,
    exposure: null,
    hiddenTab: null,
    failure: survivingFailure(run.failure, info),
    sourceProblem: null,
    refusedEdits: [],
  };
}

/** The failure that the notice still shows: the shipped model or the pairs are still missing. */
function survivingFailure(failure: Failure | null, info: RunInfo): Failure | null {
  if (failure?.kind === "bakedMissing" && info.weights === "fresh") return failure;
  if (failure?.kind === "pairsMissing" && info.config.task !== "pairs") return failure;
  return null;
}

const SURVIVABLE: ReadonlySet<Failure["kind"]> = new Set([
  "actMissing",
  "bakedMissing",
  "pairsMissing",
  "silent",
]);

/** Whether the worker continues after this failure, with the same run. */
export function isSurvivable(failure: Failure): boolean {
  return SURVIVABLE.has(failure.kind);
}

function failRun(run: RunState, failure: Failure): RunState {
  if (isSurvivable(failure)) return { ...run, failure };
  return { ...run, failure, status: "failed", pairsPerSecond: null };
}

/** Whether the worker has stopped, so that nothing computes until the student restarts it. */
export function isStopped({ status }: RunState): boolean {
  return status === "failed";
}

/** The run while a new worker starts. The trace stays on the stage. */
export function restartRun(run: RunState): RunState {
  return { ...INITIAL_RUN, trace: run.trace };
}

const ENDS: ReadonlySet<StopReason | null> = new Set(["target", "cap", "overfitted"] as const);

/** Whether training has ended by itself: at its target, at its cap, or because the held-out loss fell no more. */
export function hasFinished({ status, stopReason }: RunState): boolean {
  return status === "idle" && ENDS.has(stopReason);
}

/** The exact match at which the last training began; 0: not known. */
export function matchAtBegin({ evaluations, begin }: RunState): number {
  return evaluations.findLast(({ step }) => step <= begin)?.exactMatch ?? 0;
}

/** Whether this run has the settings of the shipped one before it, so that training or a reset has started it. */
export function hasReplacedShipped({ info }: RunState): boolean {
  if (info?.weights !== "fresh" || info.undo?.weights !== "baked") return false; // not one from a file
  return !needsFreshModel(info.undo.config, info.config);
}

/** Whether the trace on the stage is fed the truth because the model trains. `wanted` is the student's own Show. */
export function hasTrainingRows({ status, trace }: RunState, wanted: Show): boolean {
  return status === "training" && trace?.show.feeding === "truth" && wanted.feeding === "own";
}

/** Whether the model was opened without the pairs of its user, so that it decodes but cannot train or be evaluated. */
export function lacksPairs({ info }: RunState): boolean {
  return info?.heldOutExamples === 0;
}

/** Whether the page ships a trained model of the run's structure and the run has other weights. */
export function hasTrainedModel({ info, failure }: Pick<RunState, "info" | "failure">): boolean {
  if (info === null || info.weights === "baked" || failure?.kind === "bakedMissing") return false;
  return bakedName(info.config) !== null;
}

/** The newest snapshot up to an update; null: there is none. */
export function snapshotUpTo(snapshots: readonly number[], update: number): number | null {
  return snapshots.findLast((step) => step <= update) ?? null;
}
