/** The move to another backend: by the student's choice, or to the fastest; at once where nobody would lose anything. */
import { type AppState, useApp } from "../store";
import {
  type BackendChoice,
  type BackendName,
  type StepTimes,
  withMeasurement,
  wishFrom,
} from "../slices/backends";
import { type ComputingState, currentTimes, isAnswerAwaited, useComputing } from "./backendChoice";
import { restartLink } from "../ports/workerPort";
import { restartWorker, startWithPairs, weightsAgain } from "./ownPairs";
import { remember } from "../ports/preferences";
import { isAhead } from "../slices/settings";

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
export function pendingBackend(computing: ComputingState, app: AppState): BackendName | null {
  const wish = wishFrom(computing, currentTimes(computing, app));
  const { backend } = app.run;
  return wish === null || backend === null || backend.name === wish.name ? null : wish.name;
}

/** Moves to the backend that is wanted, if it is another one and nobody would lose anything by it. */
export function moveIfFree(): void {
  const app = useApp.getState();
  if (pendingBackend(useComputing.getState(), app) === null || !isFree(app)) return;
  const { run, pairs } = app;
  const weights = weightsAgain(app);
  // The model will be the same, so that what is on show can stay.
  useApp.setState({
    run: { ...run, backend: null },
    sent: null,
    pairs: { ...pairs, corpora: [] },
  });
  restartLink(null);
  startWithPairs(weights);
}

/** Moves to the backend that is wanted although the run before and the way back in time go: the run itself stays. */
export function moveNow(): void {
  if (useApp.getState().run.status === "idle") restartWorker();
}

/** Whether another worker would bring back just what is there: a shipped model or a new one, and nothing under way. */
function isFree(app: AppState): boolean {
  const { info, step, status } = app.run;
  if (status !== "idle" || info === null || info.canUndo) return false;
  const isUntrained = info.weights === "baked" || (info.weights === "fresh" && step === 0);
  return isUntrained && !isUnderWay(app);
}

function isUnderWay({ evaluation, modelFile, pairs, ...settings }: AppState): boolean {
  const isChanging = settings.awaited !== null || settings.sent === null || isAhead(settings);
  const isEvaluated = evaluation.progress !== null || evaluation.report !== null;
  return isAnswerAwaited() || isChanging || isEvaluated || modelFile.errand !== null || pairs.open;
}
