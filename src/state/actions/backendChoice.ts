/** What a new worker is told of the student's choice and of what was measured, and what the page learns from it. */
import type { Failure } from "../../workers/protocol";
import { readBackendChoice, readMeasurements } from "../ports/preferences";
import { type BackendName, backendToRequest, type RequestedBackend } from "../slices/backends";
import { currentTimes, INITIAL_COMPUTING } from "../slices/computing";
import { LANE } from "../slices/lane";
import { laneOf, useApp, useComputing } from "../store";

/**
 * The state of a page just opened: what was chosen and measured on this device before.
 * @param insisted the backend that the link insists on
 * @returns what ends the watch over the worker's reports
 */
export function initialiseComputing(insisted: BackendName | null): () => void {
  const remembered = { choice: readBackendChoice(), measurements: readMeasurements() };
  useComputing.setState({ ...INITIAL_COMPUTING, insisted, ...remembered });
  return useApp.subscribe(({ lanes }, before) => {
    const { backend } = lanes[LANE].run;
    if (backend === null || backend === before.lanes[LANE].run.backend) return;
    const { asked } = useComputing.getState();
    if (asked && backend.name !== asked.name) lose(asked.name);
  });
}

function lose(name: BackendName): void {
  useComputing.setState(({ lost }) => ({ lost: [...new Set([...lost, name])] }));
}

function currentRequest(): RequestedBackend | null {
  const computing = useComputing.getState();
  return backendToRequest(computing, currentTimes(computing, laneOf(LANE)));
}

/** What a worker is to be told that starts now, after a failure or not. */
export function nextStart(failure: Failure | null): {
  readonly asked: RequestedBackend | null;
  readonly skip: readonly BackendName[];
} {
  if (failure?.kind === "backendLost") lose(failure.name);
  const asked = currentRequest();
  useComputing.setState({ asked });
  return { asked, skip: useComputing.getState().lost };
}
