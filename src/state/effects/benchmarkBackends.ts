/** When the backends are timed: in idle time, once a model, by a worker of its own; or when the student asks for it. */
import type { StepTime, TimeCommand, TimeEvent } from "../../workers/protocol";
import { setMeasuringPort } from "../ports/measuringPort";
import { errandOf } from "../slices/modelFile";
import { type AppState, laneOf, useApp, useComputing } from "../store";
import { LANE } from "../slices/lane";
import { type BackendName, BACKENDS } from "../slices/backends";
import { currentKey, currentTimes, pendingBackend } from "../slices/computing";
import { moveIfFree, takeTimes } from "../actions/switchBackend";

/** What measuring needs from the page. */
export interface MeasuringPorts {
  /** Starts a worker that times; returns what ends it at once. */
  readonly startTiming: (command: TimeCommand, receive: (event: TimeEvent) => void) => () => void;
  /** Calls back when the page is seen again; returns what ends that. */
  readonly onSeen: (call: () => void) => () => void;
  /** Runs the work once the page has nothing better to do; returns what calls that off. */
  readonly whenIdle: (work: () => void) => () => void;
  /** Whether work that nobody asked for is welcome: somebody looks at the page, and nothing is to be saved. */
  readonly isWelcome: () => boolean;
}

let ports: MeasuringPorts | null = null;
/** ms without a result after which the timing ends: some drivers never answer. A slow machine has this long for each backend. */
const LONGEST_SILENCE_MS = 120_000;

let endTiming: (() => void) | null = null;
let callOff: (() => void) | null = null;

/** Models of which not every backend answered since the page was loaded: not to be tried again of the page's own accord. */
const inVain = new Set<string>();

/** Times the backends whenever the page rests on a model of which nothing is known; returns what ends that. */
export function keepMeasured(given: MeasuringPorts): () => void {
  ports = given;
  setMeasuringPort(measureAgain);
  inVain.clear();
  const ends = [
    useApp.subscribe((state, before) => {
      if (isTurn(state, before)) attend();
    }),
    useComputing.subscribe(({ choice }, before) => {
      if (choice !== before.choice) attend();
    }),
    given.onSeen(attend),
    cease,
  ];
  attend();
  return () => {
    ends.forEach((end) => end());
    callOff?.();
    setMeasuringPort(null);
    ports = null;
  };
}

function isTurn(state: AppState, before: AppState): boolean {
  const [lane, last] = [state.lanes[LANE], before.lanes[LANE]];
  const hasEvaluated = lane.evaluation.progress === null && last.evaluation.progress !== null;
  const isOtherRun = (["status", "backend", "info"] as const).some(
    (key) => lane.run[key] !== last.run[key],
  );
  const isAnswered = state.requests.length === 0 && before.requests.length > 0;
  return hasEvaluated || isOtherRun || isAnswered || lane.config !== last.config;
}

/** Looks whether there is something to measure or to move to: something has changed, or the page is seen again. */
function attend(): void {
  const state = useApp.getState();
  const { measuring } = useComputing.getState();
  if (measuring !== null && (!isAtRest(state) || measuring !== currentKey(state.lanes[LANE])))
    cease();
  callOff?.();
  callOff = isMeasuringWanted() || isMoveWanted() ? (ports?.whenIdle(act) ?? null) : null;
}

function act(): void {
  if (isMeasuringWanted()) measure();
  else moveIfFree();
}

function isMoveWanted(): boolean {
  return pendingBackend(useComputing.getState(), laneOf(LANE)) !== null;
}

/** Times the backends once more, as the student asks. */
function measureAgain(): void {
  if (isAtRest(useApp.getState())) measure();
}

/** Whether the worker has nothing to do that timing would disturb, or be disturbed by. */
export function isAtRest({ lanes, requests }: AppState): boolean {
  const { run, evaluation } = lanes[LANE];
  const isBusy = evaluation.progress !== null || errandOf(requests) !== null;
  return run.status === "idle" && run.info !== null && run.backend !== null && !isBusy;
}

function isMeasuringWanted(): boolean {
  const [lane, computing] = [laneOf(LANE), useComputing.getState()];
  const key = currentKey(lane);
  if (key === null || computing.measuring !== null || inVain.has(key)) return false;
  // Where the answer would change nothing, nobody asks.
  if (computing.choice !== "automatic" || computing.insisted !== null) return false;
  // A backend that the page did not have yet, when it measured the others, may be the fastest.
  const times = currentTimes(computing, lane);
  const isKnown = BACKENDS.every((name) => times[name] !== undefined);
  return !isKnown && isAtRest(useApp.getState()) && (ports?.isWelcome() ?? false);
}

function measure(): void {
  const lane = laneOf(LANE);
  const { config, run } = lane;
  const key = currentKey(lane);
  if (ports === null || run.info === null || key === null) return;
  cease();
  const times: Partial<Record<BackendName, StepTime>> = {};
  const { sourceTokens, targetTokens, maxSourceLength } = run.info;
  const sizes = { sourceTokens, targetTokens, maxSourceLength };
  const { lost: skip } = useComputing.getState();
  useComputing.setState({ measuring: key });
  const finish = (): void => {
    cease();
    const answers = Object.keys(times).length;
    if (answers < BACKENDS.length) inVain.add(key);
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

/** Ends what is under way; what it has found so far says little. */
function cease(): void {
  endTiming?.();
  endTiming = null;
  useComputing.setState({ measuring: null });
}
