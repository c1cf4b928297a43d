/** Asks for the gradients of the trace on the stage while the stage draws gradients. */
import { hasRoads, type LossOf, roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import type { LaneId } from "../../workers/protocol";
import { askLane } from "../actions/ask";
import { LANE } from "../slices/lane";
import { isAsked, ofLane } from "../slices/requests";
import { clampStep } from "../slices/view";
import { type AppState, useApp } from "../store";

interface Wanted {
  readonly trace: Trace;
  readonly of: LossOf;
}

/** The gradients that the stage of a lane needs; null: none, or the worker does not have the model of the trace. */
function wantedBy(state: AppState, lane: LaneId): Wanted | null {
  const { view } = state;
  const isOnShow = lane === LANE || view.mode === "compare";
  const run = state.lanes[lane]?.run;
  if (!run || !isOnShow) return null;
  const { trace, info, status } = run;
  const isKnown = trace !== null && info !== null && trace.runId === info.runId;
  if (view.drawn !== "gradients" || !isKnown || !hasRoads(trace) || status === "failed")
    return null;
  return { trace, of: view.lossOf === "all" ? "all" : clampStep(trace, view.step) };
}

const trains = ({ lanes }: AppState, lane: LaneId): boolean =>
  lanes[lane]?.run.status === "training";

/** The share of training's time that may go into gradients: those of a large model take the worker seconds. */
const SHARE = 1 / 10;

/** Times the answers, and says when training may be interrupted for the next one. Times in ms. */
class Pauses {
  #askedAt: number | null = null; // null: no answer is on its way
  #next = 0;

  begin(now: number): void {
    this.#askedAt = now;
  }

  end(now: number): void {
    if (this.#askedAt !== null) this.#next = now + (now - this.#askedAt) * (1 / SHARE - 1);
    this.#askedAt = null;
  }

  isOver(now: number): boolean {
    return now >= this.#next;
  }
}

/** Keeps the gradients of all lanes up to date; returns a function that stops this. */
export function keepRoads(now: () => number = () => performance.now()): () => void {
  const stops = (["a", "b"] as const).map((lane) => keepRoadsOf(lane, now));
  return () => stops.forEach((stop) => stop());
}

/**
 * Keeps the gradients of a lane up to date. While the model trains, a request waits for the answer to the one before, and
 * for its share of the time; the trace at the end of training has its gradients at once.
 * @param now the clock, in ms
 * @returns a function that stops this
 */
function keepRoadsOf(lane: LaneId, now: () => number): () => void {
  let asked: Wanted | null = null;
  const pauses = new Pauses();
  const update = (): void => {
    const state = useApp.getState();
    const isWaiting = isAsked(ofLane(state.requests, lane), "roads");
    if (!isWaiting) pauses.end(now());
    const wanted = wantedBy(state, lane);
    if (wanted === null || (asked?.trace === wanted.trace && asked.of === wanted.of)) return;
    const isTraining = trains(state, lane);
    const isChosen = asked?.of !== wanted.of; // the student does not wait for training
    if (isTraining && (isWaiting || !(isChosen || pauses.isOver(now())))) return;
    asked = wanted;
    pauses.begin(now());
    const { trace, of } = wanted;
    const { weightsOf } = trace.show;
    const runId = trace.runId ?? 0;
    askLane(lane, { type: "roads", runId, weightsOf, example: roadsExample(trace), of });
  };
  const unsubscribe = useApp.subscribe(update);
  update();
  return unsubscribe;
}
