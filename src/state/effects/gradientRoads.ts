/** Asks for the gradients of the trace on the stage while the stage draws gradients. */
import { hasRoads, type LossOf, roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { ask } from "../actions/ask";
import { LANE } from "../slices/lane";
import { isAsked, ofLane } from "../slices/requests";
import { clampStep } from "../slices/view";
import { type AppState, laneIn, useApp } from "../store";

interface Wanted {
  readonly trace: Trace;
  readonly of: LossOf;
}

/** The gradients that the stage needs; null: none, or the worker does not have the model of the trace. */
function wantedBy(state: AppState): Wanted | null {
  const { view } = state;
  const { trace, info, status } = laneIn(state, LANE).run;
  const isKnown = trace !== null && info !== null && trace.runId === info.runId;
  if (view.drawn !== "gradients" || !isKnown || !hasRoads(trace) || status === "failed")
    return null;
  return { trace, of: view.lossOf === "all" ? "all" : clampStep(trace, view.step) };
}

/**
 * Keeps the gradients up to date. While the model trains, a request waits for the answer to the one before.
 * @returns a function that stops this
 */
export function keepRoads(): () => void {
  let asked: Wanted | null = null;
  const update = (): void => {
    const state = useApp.getState();
    const wanted = wantedBy(state);
    if (wanted === null || (asked?.trace === wanted.trace && asked.of === wanted.of)) return;
    const isTraining = laneIn(state, LANE).run.status === "training";
    if (isTraining && isAsked(ofLane(state.requests, LANE), "roads")) return;
    asked = wanted;
    const { trace, of } = wanted;
    const { weightsOf } = trace.show;
    const runId = trace.runId ?? 0;
    ask({ type: "roads", runId, weightsOf, example: roadsExample(trace), of });
  };
  const unsubscribe = useApp.subscribe(update);
  update();
  return unsubscribe;
}
