/**
 * Joins what training changes on the page. Each redraw of the page can cost a frame, so losses and evaluations wait for
 * the next trace. Those of all lanes are drawn in one frame, and each trace in one of its own after it, because all at
 * once are too much for a frame.
 */
import type { Event, LaneId, Message } from "../../workers/protocol";
import { useApp } from "../store";

/** ms that a change waits for a trace at most. */
const LONGEST_WAIT = 500;

/** ms that a trace waits at most for those of the other lanes that train. In lockstep they come within an update. */
const LEVEL_WAIT = 80;

/** What training reports on the way. Every other event is taken at once, after the ones that wait. */
const ON_THE_WAY: readonly Event["type"][] = [
  "progress",
  "evaluation",
  "best",
  "snapshots",
  "trace",
];

/** Calls back in the first frame after this time, in ms. -> a function that cancels it */
type InFrame = (milliseconds: number, run: () => void) => () => void;

/** Two ways into the store. */
export interface Takers {
  /** Takes one message, and what the page does after it. */
  readonly one: (message: Message) => void;
  /** Takes messages on training's way in one change. */
  readonly together: (messages: readonly Message[]) => void;
}

/** A function for every message of the worker. It keeps the order of each lane. */
export function joinTraining(take: Takers, inFrame: InFrame): (message: Message) => void {
  let waiting: readonly Message[] = [];
  let cancel: (() => void) | null = null;
  let isGoingOn = false; // whether the frame before drew what these traces belong to

  function stopWaiting(): void {
    cancel?.();
    cancel = null;
  }

  function drawWithin(milliseconds: number): void {
    stopWaiting();
    cancel = inFrame(milliseconds, draw);
  }

  /** Draws what fits into one frame. */
  function draw(): void {
    stopWaiting();
    const drawn = frameOf(waiting, isGoingOn);
    waiting = waiting.filter((message) => !drawn.includes(message));
    take.together(drawn);
    isGoingOn = waiting.some(isTrace);
    if (isGoingOn) drawWithin(0);
    else if (waiting.length > 0) drawWithin(LONGEST_WAIT);
  }

  function takeAtOnce(message: Message): void {
    stopWaiting();
    const before = waiting;
    waiting = [];
    take.together(before);
    take.one(message);
  }

  return (message) => {
    if (!ON_THE_WAY.includes(message.event.type) || !isTraining(message))
      return takeAtOnce(message);
    const waitsForOthers = waiting.some(isTrace);
    waiting = append(waiting, message);
    if (isTrace(message) && isLevel(waiting)) drawWithin(0);
    else if (isTrace(message) && !waitsForOthers) drawWithin(LEVEL_WAIT);
    else if (cancel === null) drawWithin(LONGEST_WAIT);
  };
}

const isTrace = ({ event }: Message): boolean => event.type === "trace";

/**
 * What one frame draws: the messages of all lanes before the first trace of each, or one trace alone.
 * @param isGoingOn whether the frame before has drawn messages, too: then traces come first
 */
function frameOf(messages: readonly Message[], isGoingOn: boolean): readonly Message[] {
  const before = messages.filter(
    (message, at) => !hasTrace(messages.slice(0, at + 1), message.lane),
  );
  const next = messages.find(
    (message, at) =>
      isTrace(message) && messages.findIndex(({ lane }) => lane === message.lane) === at,
  );
  return next && (isGoingOn || before.length === 0) ? [next] : before;
}

const hasTrace = (messages: readonly Message[], lane: LaneId | null): boolean =>
  messages.some((message) => message.lane === lane && isTrace(message));

/** Whether a trace of every lane that trains is there. */
function isLevel(messages: readonly Message[]): boolean {
  const lanes = Object.keys(useApp.getState().lanes) as LaneId[];
  return lanes.every((lane) => !isTrainingLane(lane) || hasTrace(messages, lane));
}

const isTraining = ({ lane }: Message): boolean => lane !== null && isTrainingLane(lane);

const isTrainingLane = (lane: LaneId): boolean =>
  useApp.getState().lanes[lane]?.run.status === "training";

/** The messages with one more. Losses join those that wait, if no other message of their lane is in between. */
function append(waiting: readonly Message[], message: Message): readonly Message[] {
  const at = waiting.findLastIndex(({ lane }) => lane === message.lane);
  const last = waiting[at];
  const joined = last && withLosses(last.event, message.event);
  return joined ? waiting.with(at, { ...message, event: joined }) : [...waiting, message];
}

function withLosses(before: Event, event: Event): Event | null {
  if (before.type !== "progress" || event.type !== "progress") return null;
  if (before.runId !== event.runId) return null;
  return { ...event, losses: [...before.losses, ...event.losses] };
}
