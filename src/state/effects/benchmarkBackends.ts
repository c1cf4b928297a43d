/** Times the backends in a separate worker: in idle time, once for each model, or when the student asks for it. */
import type { StepTime, TimeCommand, TimeEvent } from "../../workers/protocol";
import { setMeasuringPort, setTimingPort } from "../ports/measuringPort";
import { isAtRest, works } from "../slices/atRest";
import { type AppState, laneOf, useApp, useComputing } from "../store";
import { LANE } from "../slices/lane";
import { type BackendName, BACKENDS } from "../slices/backends";
import { currentKey, currentTimes, pendingBackend } from "../slices/backendMeasurements";
import { switchIfFree, takeTimes } from "../actions/switchBackend";

export interface MeasuringPorts {
  /** Starts a worker that times; returns a function that ends it at once. */
  readonly startTiming: (command: TimeCommand, receive: (event: TimeEvent) => void) => () => void;
  /** Calls back when the page becomes visible or hidden; returns a function that unsubscribes. */
  readonly onVisibilityChange: (call: () => void) => () => void;
  /** Runs the work once the page is idle; returns a function that cancels it. */
  readonly whenIdle: (work: () => void) => () => void;
  /** Whether background work is welcome: the page is visible and the browser's data saver is off. */
  readonly isWelcome: () => boolean;
}

let ports: MeasuringPorts | null = null;
/** ms that each backend has for its result. Some drivers never answer. */
const LONGEST_SILENCE_MS = 120_000;

let endTiming: (() => void) | null = null;
let cancelIdleWork: (() => void) | null = null;

/** Models for which some backend gave no result during this visit. The page times them again only on request. */
const incompletelyTimed = new Set<string>();

/** Times the backends whenever the page is idle with a model that lacks times; returns a function that ends this. */
export function keepMeasured(given: MeasuringPorts): () => void {
  ports = given;
  setMeasuringPort(measureAgain);
  setTimingPort(given.startTiming);
  incompletelyTimed.clear();
  const ends = [
    useApp.subscribe((state, before) => {
      if (mayChangePlan(state, before)) planIdleWork();
    }),
    useComputing.subscribe(({ choice }, before) => {
      if (choice !== before.choice) planIdleWork();
    }),
    given.onVisibilityChange(planIdleWork),
    stopTiming,
  ];
  planIdleWork();
  return () => {
    ends.forEach((end) => end());
    cancelIdleWork?.();
    setMeasuringPort(null);
    setTimingPort(null);
    ports = null;
  };
}

function mayChangePlan(state: AppState, before: AppState): boolean {
  const [lane, last] = [state.lanes[LANE], before.lanes[LANE]];
  const hasEvaluated = lane.evaluation.progress === null && last.evaluation.progress !== null;
  const isOtherRun = (["status", "backend", "info"] as const).some(
    (key) => lane.run[key] !== last.run[key],
  );
  const isAnswered = state.requests.length === 0 && before.requests.length > 0;
  if (isStill(state) !== isStill(before) || works(state.lanes.b) !== works(before.lanes.b))
    return true;
  return hasEvaluated || isOtherRun || isAnswered || lane.config !== last.config;
}

/** Stops a timing that no longer fits the page, and plans the next timing or switch for idle time. */
function planIdleWork(): void {
  const state = useApp.getState();
  const { measuring } = useComputing.getState();
  if (measuring !== null && (!isAtRest(state) || measuring !== currentKey(state.lanes[LANE])))
    stopTiming();
  cancelIdleWork?.();
  const isWorkWanted = isMeasuringWanted() || isSwitchWanted();
  cancelIdleWork = isWorkWanted ? (ports?.whenIdle(measureOrSwitch) ?? null) : null;
}

function measureOrSwitch(): void {
  if (isMeasuringWanted()) measure();
  else switchIfFree();
}

function isSwitchWanted(): boolean {
  return pendingBackend(useComputing.getState(), laneOf(LANE)) !== null;
}

/** Times the backends at the student's request. */
function measureAgain(): void {
  if (isAtRest(useApp.getState())) measure();
}

function isMeasuringWanted(): boolean {
  const [lane, computing] = [laneOf(LANE), useComputing.getState()];
  const key = currentKey(lane);
  if (key === null || computing.measuring !== null || incompletelyTimed.has(key)) return false;
  // With a fixed backend, times would change nothing.
  if (computing.choice !== "automatic" || computing.insisted !== null) return false;
  // Earlier measurements may lack a backend that the browser has gained since.
  const times = currentTimes(computing, lane);
  const isKnown = BACKENDS.every((name) => times[name] !== undefined);
  const state = useApp.getState();
  return !isKnown && isAtRest(state) && isStill(state) && (ports?.isWelcome() ?? false);
}

/** Whether nothing moves on the page, so that drawing does not slow the timed updates down. */
function isStill({ film, view }: AppState): boolean {
  return !view.playing && (film === null || film === "missing");
}

function measure(): void {
  const lane = laneOf(LANE);
  const { config, run } = lane;
  const key = currentKey(lane);
  if (ports === null || run.info === null || key === null) return;
  stopTiming();
  const times: Partial<Record<BackendName, StepTime>> = {};
  const { sourceTokens, targetTokens, maxSourceLength } = run.info;
  const sizes = { sourceTokens, targetTokens, maxSourceLength };
  const { lost: skip } = useComputing.getState();
  useComputing.setState({ measuring: key });
  const finish = (): void => {
    stopTiming();
    const answers = Object.keys(times).length;
    if (answers < BACKENDS.length) incompletelyTimed.add(key);
    if (answers > 0) takeTimes(key, times);
  };
  const command: TimeCommand = { type: "time", config, sizes, backends: BACKENDS, skip };
  let limit = setTimeout(finish, LONGEST_SILENCE_MS);
  const end = ports.startTiming(command, (event) => {
    if (event.type === "timedAll") return finish();
    times[event.name] = event.time;
    clearTimeout(limit);
    limit = setTimeout(finish, LONGEST_SILENCE_MS);
  });
  endTiming = () => {
    clearTimeout(limit);
    end();
  };
}

/** Ends the timing, if any. Only `finish` stores results. */
function stopTiming(): void {
  endTiming?.();
  endTiming = null;
  useComputing.setState({ measuring: null });
}
