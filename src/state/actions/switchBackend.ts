/** The move to another backend: by the student's choice, or to the fastest; at once where nothing would be lost. */
import { remember } from "../ports/preferences";
import {
  type BackendChoice,
  type BackendName,
  type StepTimes,
  withMeasurement,
  backendToRequest,
} from "../slices/backends";
import type { Lane } from "../slices/lane";
import { laneOf, setRun, useApp } from "../store";
import { LANE } from "./ask";
import { type ComputingState, currentTimes, useComputing } from "./backendChoice";
import { isAhead } from "./settings";
import { replaceWorker, restartWorker, weightsToRestart } from "./startup";

/** Takes what was measured into account, now and on the next visit. */
export function takeTimes(key: string, times: StepTimes): void {
  const { measurements: before } = useComputing.getState();
  const measurements = withMeasurement(before, key, { at: Date.now(), times });
  useComputing.setState({ measurements });
  remember("stepTimes", JSON.stringify(measurements));
  moveIfFree();
}

/** Chooses a backend, for this visit and the next; one that had failed gets another chance. */
export function chooseBackend(choice: BackendChoice): void {
  remember("backend", choice);
  useComputing.setState(({ lost }) => ({ choice, lost: lost.filter((name) => name !== choice) }));
  moveIfFree();
}

/** The backend that a new worker would use instead of the present one; null where it would stay. */
export function pendingBackend(computing: ComputingState, lane: Lane): BackendName | null {
  const requested = backendToRequest(computing, currentTimes(computing, lane));
  const { backend } = lane.run;
  return requested === null || backend === null || backend.name === requested.name
    ? null
    : requested.name;
}

/** Moves to the backend that is wanted, if it is another one and nothing would be lost by it. */
export function moveIfFree(): void {
  const lane = laneOf(LANE);
  if (pendingBackend(useComputing.getState(), lane) === null || !isFree(lane)) return;
  setRun(LANE, { backend: null }); // the model will be the same, so that what is on show can stay
  replaceWorker(null, weightsToRestart(lane));
}

/** Moves to the backend that is wanted although the run before and the way back in time go: the run itself stays. */
export function moveNow(): void {
  if (laneOf(LANE).run.status === "idle") restartWorker();
}

/** Whether another worker would bring back just what is there: a shipped model or a new one, and nothing under way. */
function isFree({ run, evaluation }: Lane): boolean {
  const { info, step, status } = run;
  if (status !== "idle" || info === null || info.canUndo) return false;
  const isUntrained = info.weights === "baked" || (info.weights === "fresh" && step === 0);
  const isEvaluated = evaluation.progress !== null || evaluation.report !== null;
  return isUntrained && !isEvaluated && !isUnderWay();
}

function isUnderWay(): boolean {
  const { requests, pairs } = useApp.getState();
  return requests.length > 0 || isAhead() || pairs.open;
}
