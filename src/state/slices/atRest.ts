/** Whether the page leaves the processor to work in idle time. */
import { LANE, type Lane } from "./lane";
import { errandOf } from "./modelErrands";
import type { Requests } from "./requests";

interface Page {
  readonly lanes: { readonly a: Lane; readonly b?: Lane };
  readonly requests: Requests;
}

/** Whether the worker is idle, so that the run and the timing do not slow each other down. */
export function isAtRest({ lanes, requests }: Page): boolean {
  const { run, evaluation } = lanes[LANE];
  const isBusy = evaluation.progress !== null || errandOf(requests) !== null || works(lanes.b);
  return run.status === "idle" && run.info !== null && run.backend !== null && !isBusy;
}

/** Whether lane B, if there is one, trains or is evaluated. */
export function works(lane: Lane | undefined): boolean {
  return (
    lane !== undefined && (lane.run.status === "training" || lane.evaluation.progress !== null)
  );
}
