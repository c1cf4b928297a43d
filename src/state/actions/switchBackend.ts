/** Switches to the chosen or fastest backend, at once if the run loses nothing by it. */
import type { RunInfo } from "../../workers/protocol";
import { askToMeasure } from "../ports/measuringPort";
import { remember } from "../ports/preferences";
import { type BackendChoice, type StepTimes, withMeasurement } from "../slices/backends";
import { pendingBackend } from "../slices/backendMeasurements";
import { LANE, type Lane } from "../slices/lane";
import { laneOf, setRun, useApp, useComputing } from "../store";
import { hasUnsentSettings } from "./settings";
import { replaceWorker, restartWorker, weightsToRestart } from "./startup";

/** Stores measured times for this visit and the next, and switches to a faster backend. */
export function takeTimes(key: string, times: StepTimes): void {
  const { measurements: before } = useComputing.getState();
  const measurements = withMeasurement(before, key, { at: Date.now(), times });
  useComputing.setState({ measurements });
  remember("stepTimes", JSON.stringify(measurements));
  switchIfFree();
}

/** Times the backends again. */
export const measureBackends = (): void => askToMeasure();

/** Chooses a backend for this visit and the next. The page tries it even if it has failed before. */
export function chooseBackend(choice: BackendChoice): void {
  remember("backend", choice);
  useComputing.setState(({ lost }) => ({ choice, lost: lost.filter((name) => name !== choice) }));
  switchIfFree();
}

/** Switches to the pending backend, if there is one and the run loses nothing by it. */
export function switchIfFree(): void {
  const lane = laneOf(LANE);
  const { b } = useApp.getState().lanes;
  const isPending = pendingBackend(useComputing.getState(), lane) !== null;
  const losesB = b !== undefined && b.run.info !== null && !isFree(b);
  if (!isPending || !isFree(lane) || losesB) return;
  setRun(LANE, { backend: null }); // the new worker restores the same model, so the trace stays
  replaceWorker(null, weightsToRestart(lane));
}

/** Switches to the pending backend and keeps the run. The runs of undo and redo and the snapshots are lost. */
export function switchNow(): void {
  const { lanes } = useApp.getState();
  if (lanes.a.run.status === "idle" && lanes.b?.run.status !== "training") restartWorker();
}

/** Whether a new worker would restore everything: the run is shipped or at step 0, and no work is in progress. */
function isFree({ run, evaluation }: Lane): boolean {
  const { info, step, status } = run;
  if (status !== "idle" || info === null || canGoBack(info)) return false;
  const isUntrained = info.weights === "baked" || (info.weights === "fresh" && step === 0);
  const isEvaluated = evaluation.progress !== null || evaluation.report !== null;
  return isUntrained && !isEvaluated && !isBusy();
}

/** Whether the worker holds runs that a new one would lack. */
function canGoBack({ undo, redo }: RunInfo): boolean {
  return undo !== null || redo !== null;
}

function isBusy(): boolean {
  const { requests, pairs } = useApp.getState();
  return requests.length > 0 || hasUnsentSettings() || pairs.open;
}
