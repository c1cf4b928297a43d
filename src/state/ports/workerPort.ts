/** The way to the worker: one sender, given by the composition root, and settings that wait a moment before they leave. */
import type { Failure, LaneId, Request } from "../../workers/protocol";

/** What the composition root provides. */
export interface WorkerPort {
  send(request: Request): void;
  /** Ends the worker and starts another, on the next backend where this one was lost. */
  restart(failure: Failure | null): void;
}

interface Pending {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly run: () => void;
}

let port: WorkerPort | null = null;
const pending = new Map<LaneId, Pending>();

/** Connects the page to a worker; null takes the connection away. */
export function setWorkerPort(next: WorkerPort | null): void {
  port = next;
  if (next === null) cancelAll();
}

/** Whether there is a worker to ask. Before one is connected nothing is lost: `start` tells it all. */
export function isConnected(): boolean {
  return port !== null;
}

export function send(request: Request): void {
  port?.send(request);
}

/** Restarts the worker; what was waiting for the old one is forgotten. */
export function restartPort(failure: Failure | null): void {
  cancelAll();
  port?.restart(failure);
}

/** Runs the work after a pause in which the lane scheduled or sent nothing else. */
export function schedule(lane: LaneId, run: () => void, milliseconds: number): void {
  cancel(lane);
  pending.set(lane, { run, timer: setTimeout(() => flush(lane), milliseconds) });
}

/** Runs at once what the lane has waiting. */
export function flush(lane: LaneId): void {
  const waiting = pending.get(lane);
  cancel(lane);
  waiting?.run();
}

function cancel(lane: LaneId): void {
  clearTimeout(pending.get(lane)?.timer);
  pending.delete(lane);
}

function cancelAll(): void {
  [...pending.keys()].forEach(cancel);
}
