/** Puts the worker's events into the store. Only this file drops stale events. */
import { pastStep } from "../../engine/show";
import type { Event, LaneId, Message } from "../../workers/protocol";
import { LANE, isRefusal, type Lane, reduceLane } from "../slices/lane";
import { isStale } from "../slices/staleEvents";
import { reduceModelFile } from "../slices/modelErrands";
import type { PairsState } from "../slices/pairs";
import { corpusOf, reducePairs } from "../slices/pairsEvents";
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
import { hasUnsentSettings, scheduleSettings } from "./settings";
import { showFirstExample, WHOLE_DECODE } from "./showing";

/** Puts one message into the store. A message without a lane is about the worker and goes to every lane. */
export function receive(message: Message): void {
  for (const id of lanesOf(useApp.getState(), message)) {
    const before = useApp.getState();
    const after = stateAfter(before, id, message.event);
    if (after === before) continue;
    useApp.setState(after);
    if (id === LANE) followLane(message.event, laneIn(before, id), ofLane(before.requests, id));
  }
}

/**
 * Puts what training reports on its way into the store, in one change: with each change, hundreds of selectors run. The
 * page does nothing after such messages.
 */
export function receiveTogether(messages: readonly Message[]): void {
  const before = useApp.getState();
  let after = before;
  for (const message of messages)
    for (const id of lanesOf(after, message)) after = stateAfter(after, id, message.event);
  if (after !== before) useApp.setState(after);
}

/** The lanes that a message is for. Lane B may have been closed since it was sent. */
function lanesOf({ lanes }: AppState, { lane }: Message): readonly LaneId[] {
  return (Object.keys(lanes) as LaneId[]).filter((id) => lane === null || id === lane);
}

/** The state after an event of a lane; the same object if the page drops the event. */
function stateAfter(before: AppState, id: LaneId, event: Event): AppState {
  const lane = laneIn(before, id);
  const requests = ofLane(before.requests, id);
  if (isStale(lane, requests, event)) return before;
  return {
    ...before,
    lanes: { ...before.lanes, [id]: reduceLane(lane, requests, event) },
    requests: requestsAfter(before.requests, requests, event),
    ...(id === LANE && sharedAfter(before, requests, event)),
  };
}

/**
 * What the page does after an event of its lane. Lane B follows the page's lane in what it shows.
 * @param lane before the event
 * @param requests the lane's, before the event
 */
function followLane(event: Event, lane: Lane, requests: Requests): void {
  if (event.type === "ready") {
    if (lane.run.sourceProblem) nameExampleOnStage(); // the box drops the source that the last model refused
    showReadyRun(event.isShown);
  }
  takeRefusal(event);
  if (isRefusal(event) && modelRequest(requests) && !isAsked(requests, "show"))
    nameExampleOnStage();
  // Without a run, the page repeats a refused request only after the settings change.
  const isOnRun = event.type === "ready" || (isRefusal(event) && lane.run.info !== null);
  if (isOnRun && hasUnsentSettings()) scheduleSettings();
}

/** The view after the worker has refused a source or edits. */
function takeRefusal(event: Event): void {
  const { show } = useApp.getState().view;
  const { trace } = laneOf(LANE).run;
  // The stage keeps the example before, and its edits. Playback would play it.
  if (event.type === "sourceRejected")
    setView({ ...WHOLE_DECODE, show: { ...show, edits: trace?.show.edits ?? [] } });
  // The view names the edits in effect, like the next trace.
  if (event.type === "editsRefused") setView({ show: { ...show, edits: event.edits } });
}

/** @param requests the requests of the event's lane */
function requestsAfter(all: Requests, requests: Requests, event: Event): Requests {
  const isAnswered = event.type === "modelSaved" || event.type === "modelRefused";
  if (isAnswered || event.type === "done") return withoutRequest(all, event.requestId);
  if (event.type === "ready") return withModel(all, event.requestId, event.info.config);
  if (event.type !== "failed") return all;
  // A worker that has failed answers no request.
  if (!isSurvivable(event.failure)) return all.filter((request) => !requests.includes(request));
  const refused = isRefusal(event) ? modelRequest(requests) : null;
  return refused ? withoutRequest(all, refused.id) : all;
}

/** What the page knows beside its lanes, after an event of its own lane. */
function sharedAfter(
  state: AppState,
  requests: Requests,
  event: Event,
): Pick<AppState, "pairs" | "modelFile"> {
  return {
    pairs: pairsAfter(state, event),
    modelFile: reduceModelFile(state.modelFile, event, requests),
  };
}

function pairsAfter(state: AppState, event: Event): PairsState {
  const { pairs, requests } = state;
  if (!isRefusal(event)) return reducePairs(pairs, event, requests);
  const { info } = laneIn(state, LANE).run;
  return { ...pairs, used: corpusOf(pairs, info?.runId) ?? pairs.used };
}

/**
 * Shows a new active run with its current weights. A run of another task starts with its first example. If the view
 * names the current weights already, it does not change, so that an opening page does not rewrite its link.
 */
function showReadyRun(isShown: boolean): void {
  const { show, playhead } = useApp.getState().view;
  if (playhead !== null) setView({ playhead: null });
  if (pastStep(show) !== null) setView({ show: { ...show, weightsOf: "present" } });
  if (!isShown) showFirstExample();
}

/** After a refused model or source, the view names the example on the stage again. */
function nameExampleOnStage(): void {
  const { show } = useApp.getState().view;
  const { trace } = laneOf(LANE).run;
  if (!trace) return;
  const { example, edits } = trace.show;
  setView({ ...WHOLE_DECODE, show: { ...show, example, edits } });
}
