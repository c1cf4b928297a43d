/** Which backend the page requests from a new worker, and which backends have failed. */
import type { Failure } from "../../workers/protocol";
import { readBackendChoice, readMeasurements } from "../ports/preferences";
import { type BackendName, backendToRequest, type RequestedBackend } from "../slices/backends";
import { currentTimes, INITIAL_COMPUTING } from "../slices/backendMeasurements";
import { LANE } from "../slices/lane";
import { laneOf, useApp, useComputing } from "../store";

/**
 * Reads the choice and the measurements of earlier visits, and notes each requested backend that does not come up.
 * @param insisted the backend that the link demands
 * @returns a function that stops watching the worker's reports
 */
export function initialiseComputing(insisted: BackendName | null): () => void {
  const remembered = { choice: readBackendChoice(), measurements: readMeasurements() };
  useComputing.setState({ ...INITIAL_COMPUTING, insisted, ...remembered });
  return useApp.subscribe(({ lanes }, before) => {
    const { backend } = lanes[LANE].run;
    if (backend === null || backend === before.lanes[LANE].run.backend) return;
    const { asked } = useComputing.getState();
    if (asked && backend.name !== asked.name) noteLostBackend(asked.name);
  });
}

function noteLostBackend(name: BackendName): void {
  useComputing.setState(({ lost }) => ({ lost: [...new Set([...lost, name])] }));
}

function currentRequest(): RequestedBackend | null {
  const computing = useComputing.getState();
  return backendToRequest(computing, currentTimes(computing, laneOf(LANE)));
}

/**
 * The backends that a new worker tries and skips.
 * @param failure of the last worker; null: it did not fail
 */
export function nextStart(failure: Failure | null): {
  readonly asked: RequestedBackend | null;
  readonly skip: readonly BackendName[];
} {
  if (failure?.kind === "backendLost") noteLostBackend(failure.name);
  const asked = currentRequest();
  useComputing.setState({ asked });
  return { asked, skip: useComputing.getState().lost };
}
