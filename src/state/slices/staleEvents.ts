/** Decides which events of the worker the page drops. */
import { isSameExample, type Show } from "../../engine/show";
import type { Event, RequestId } from "../../workers/protocol";
import type { Lane } from "./lane";
import type { Requests } from "./requests";

/**
 * Whether the page drops this event: it is about a replaced run, answers a superseded request, or comes from a worker
 * that has failed.
 */
export function isStale({ run }: Lane, requests: Requests, event: Event): boolean {
  if (run.status === "failed" && event.type !== "failed") return true; // after a failure the worker's state is unknown
  if ("runId" in event && event.runId !== run.info?.runId) return true;
  if (event.type === "trace") {
    const wanted = laterShow(requests, event.requestId);
    return wanted !== null && !isSameExample(wanted.example, event.trace.show.example);
  }
  if (event.type === "sourceRejected" && laterShow(requests, event.requestId)) return true;
  return isAnswer(event) && requests.every(({ id }) => id !== event.requestId);
}

/** The Show of a "show" request after this one; null: there is none. */
function laterShow(requests: Requests, requestId: RequestId): Show | null {
  const later = requests.find(({ id, command }) => command.type === "show" && id > requestId);
  return later?.command.type === "show" ? later.command.show : null; // the list holds one "show" of a lane at most
}

/** Events that count only while their request is outstanding. */
const ANSWERS = [
  "sourceRejected",
  "roads",
  "walked",
  "walkedExample",
  "batch",
  "maps",
  "exposure",
  "editsRefused",
  "pairsInspected",
  "pairsExported",
  "modelSaved",
  "modelRefused",
  "parameters",
] as const;
type Answer = Extract<Event, { readonly type: (typeof ANSWERS)[number] }>;

function isAnswer(event: Event): event is Answer {
  return ANSWERS.some((type) => type === event.type);
}
