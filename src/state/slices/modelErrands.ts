/** What requests and events say of model files. */
import type { Command, Event, RunInfo } from "../../workers/protocol";
import type { FileErrand, FileOutcome, ModelFileState } from "./modelFile";
import type { Requests } from "./requests";
import { isSurvivable } from "./run";

/** The outstanding request that writes or reads a file; null: there is none. */
export function errandOf(requests: Requests): FileErrand | null {
  return requests.map(({ command }) => errand(command)).find((found) => found !== null) ?? null;
}

function errand(command: Command): FileErrand | null {
  if (command.type === "saveModel") return { kind: "saving" };
  if (command.type !== "openModel") return null;
  return { kind: "opening", name: command.file instanceof File ? command.file.name : "" };
}

/**
 * The state after an event that is not stale.
 * @param requests before the event
 */
export function reduceModelFile(
  state: ModelFileState,
  event: Event,
  requests: Requests,
): ModelFileState {
  const asked = "requestId" in event && requests.find(({ id }) => id === event.requestId);
  const answered = asked ? errand(asked.command) : null;
  if (event.type === "modelSaved") {
    const { fileName: name, bytes } = event;
    return { outcome: { kind: "saved", name }, download: { name, bytes } };
  }
  if (event.type === "modelRefused" && answered !== null)
    return { ...state, outcome: { kind: "refused", errand: answered, problem: event.problem } };
  if (event.type === "ready") return { ...state, outcome: opened(event.info, answered) };
  // A worker that has failed answers no request.
  if (event.type === "failed" && !isSurvivable(event.failure)) return { ...state, outcome: null };
  return state;
}

/** The outcome after a run is ready: "opened" if a file request caused it; another run clears the last outcome. */
function opened({ step }: RunInfo, answered: FileErrand | null): FileOutcome | null {
  return answered?.kind === "opening" ? { kind: "opened", name: answered.name, step } : null;
}
