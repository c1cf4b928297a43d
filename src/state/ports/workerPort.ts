/** Sends requests to the worker, and delays settings until they stop changing. */
import type { Failure, LaneId, Request } from "../../workers/protocol";

export interface WorkerPort {
  send(request: Request): void;
  /** Replaces the worker. After a lost backend, the new worker tries the next one. */
  restart(failure: Failure | null): void;
}

interface Pending {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly run: () => void;
}

let port: WorkerPort | null = null;
const pending = new Map<LaneId, Pending>();

/** Connects the page to a worker; null disconnects it. */
export function setWorkerPort(next: WorkerPort | null): void {
  port = next;
  if (next === null) cancelAll();
}

/** Whether a worker is connected. Before that no request is lost, because `start` sends everything. */
export function isConnected(): boolean {
  return port !== null;
}

export function send(request: Request): void {
  port?.send(request);
}

/** Replaces the worker and drops the work that waits for the old one. */
export function restartPort(failure: Failure | null): void {
  cancelAll();
  port?.restart(failure);
}

/** Runs the work after this time, unless the lane schedules other work or flushes before. */
export function schedule(lane: LaneId, run: () => void, milliseconds: number): void {
  cancel(lane);
  pending.set(lane, { run, timer: setTimeout(() => flush(lane), milliseconds) });
}

/** Runs the lane's waiting work at once. */
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
