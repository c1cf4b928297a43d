/**
 * Joins what training changes on the page. Each redraw of the page can cost a frame, so losses and evaluations wait for
 * the next trace. They are drawn in one frame, and the trace in the next one, because both at once are too much for a
 * frame.
 */
import type { Event, Message } from "../../workers/protocol";
import { useApp } from "../store";

/** ms that a change waits for a trace at most. */
const LONGEST_WAIT = 500;

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

/**
 * A function for every message of the worker. It keeps their order.
 * @param take puts one message into the store
 */
export function joinTraining(
  take: (message: Message) => void,
  inFrame: InFrame,
): (message: Message) => void {
  let waiting: readonly Message[] = [];
  let cancel: (() => void) | null = null;

  /** Takes this many of the messages that wait. */
  function takeFirst(count: number): void {
    cancel?.();
    const messages = waiting.slice(0, count);
    [waiting, cancel] = [waiting.slice(count), null];
    for (const message of messages) take(message);
  }

  function drawWithin(milliseconds: number): void {
    cancel?.();
    cancel = inFrame(milliseconds, draw);
  }

  /** Draws what fits into one frame. */
  function draw(): void {
    takeFirst(frameOf(waiting));
    if (waiting.some(isTrace)) drawWithin(0);
    else if (waiting.length > 0) drawWithin(LONGEST_WAIT);
  }

  return (message) => {
    waiting = append(waiting, message);
    if (!ON_THE_WAY.includes(message.event.type) || !isTraining(message)) takeFirst(waiting.length);
    else if (isTrace(message)) drawWithin(0);
    else if (cancel === null) drawWithin(LONGEST_WAIT);
  };
}

const isTrace = ({ event }: Message): boolean => event.type === "trace";

/** How many of the messages one frame draws: all before the first trace, or this trace alone. */
function frameOf(messages: readonly Message[]): number {
  const trace = messages.findIndex(isTrace);
  if (trace === -1) return messages.length;
  return Math.max(1, trace);
}

function isTraining({ lane }: Message): boolean {
  return lane !== null && useApp.getState().lanes[lane]?.run.status === "training";
}

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
