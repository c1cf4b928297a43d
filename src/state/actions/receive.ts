/** Takes the worker's events into the store. What is stale is dropped here and nowhere else. */
import { pastStep } from "../../engine/show";
import type { Event, LaneId, Message } from "../../workers/protocol";
import { LANE, isRefusal, isStale, reduceLane } from "../slices/lane";
import { reduceModelFile } from "../slices/modelFile";
import { corpusOf, type PairsState, reducePairs } from "../slices/pairs";
import {
  isAsked,
  modelRequest,
  ofLane,
  type Requests,
  withModel,
  withoutRequest,
} from "../slices/requests";
import { isSurvivable } from "../slices/run";
import { type AppState, laneIn, laneOf, setView, useApp } from "../store";
import { isAhead, scheduleSettings } from "./settings";
import { showFirstExample, WHOLE } from "./showing";

/** Takes one message of the worker; one about the worker itself is about every lane. */
export function receive({ lane, event }: Message): void {
  const lanes = Object.keys(useApp.getState().lanes) as LaneId[];
  for (const id of lane === null ? lanes : [lane]) takeEvent(id, event);
}

function takeEvent(id: LaneId, event: Event): void {
  const before = useApp.getState();
  const lane = laneIn(before, id);
  const requests = ofLane(before.requests, id);
  if (isStale(lane, requests, event)) return;
  const after = reduceLane(lane, requests, event);
  useApp.setState({
    lanes: { ...before.lanes, [id]: after },
    requests: requestsAfter(before.requests, requests, event),
    pairs: pairsAfter(before, id, event),
    modelFile: reduceModelFile(before.modelFile, event, requests),
  });
  if (event.type === "ready") arrive(event.isShown);
  if (isRefusal(event) && modelRequest(requests) && !isAsked(requests, "show")) showWhatThereIs();
  // What was refused while there is no run is not asked for again until something changes.
  const isOnRun = event.type === "ready" || (isRefusal(event) && after.run.info !== null);
  if (isOnRun && isAhead()) scheduleSettings();
}

/** @param requests those of the event's lane */
function requestsAfter(all: Requests, requests: Requests, event: Event): Requests {
  if (event.type === "done") return withoutRequest(all, event.requestId);
  if (event.type === "ready") return withModel(all, event.requestId, event.info.config);
  if (event.type !== "failed") return all;
  // A worker that is gone answers nothing any more.
  if (!isSurvivable(event.failure)) return all.filter((one) => !requests.includes(one));
  const refused = isRefusal(event) ? modelRequest(requests) : null;
  return refused ? withoutRequest(all, refused.id) : all;
}

function pairsAfter(state: AppState, id: LaneId, event: Event): PairsState {
  const { pairs, requests } = state;
  if (!isRefusal(event)) return reducePairs(pairs, event, requests);
  const { info } = laneIn(state, id).run;
  return { ...pairs, used: corpusOf(pairs, info?.runId) ?? pairs.used };
}

/**
 * A run has come to the fore, shown as it is now. Of another task it begins with the first example. A view that shows it
 * so already stays the same: a page that opens leaves its link alone.
 */
function arrive(isShown: boolean): void {
  const { show } = useApp.getState().view;
  if (pastStep(show) !== null) setView({ show: { ...show, weightsOf: "present" } });
  if (!isShown) showFirstExample();
}

/** The model that was asked for cannot be made: the example on the stage is still the wanted one. */
function showWhatThereIs(): void {
  const { show } = useApp.getState().view;
  const { trace } = laneOf(LANE).run;
  if (trace) setView({ ...WHOLE, show: { ...show, example: trace.show.example } });
}
