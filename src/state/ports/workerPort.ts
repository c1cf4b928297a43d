/** The way to the worker: one sender, given by the composition root, and settings that wait a moment before they leave. */
import type { Command, Failure } from "../../workers/protocol";

/** What the composition root provides. */
export interface WorkerLink {
  send(command: Command): void;
  /** Ends the worker and starts another, on the next backend where this one was lost. */
  restart(failure: Failure | null): void;
}

let link: WorkerLink | null = null;
let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null =
  null;

/** Connects the page to a worker; null takes the connection away. */
export function setLink(next: WorkerLink | null): void {
  link = next;
  if (next === null) cancelPending();
}

/** Sends a command, after whatever was waiting. Before a worker is connected nothing is lost: `start` tells it all. */
export function post(command: Command): void {
  flushPending();
  link?.send(command);
}

export function restartLink(failure: Failure | null): void {
  cancelPending();
  link?.restart(failure);
}

/** Runs the work after a pause in which nothing else was scheduled or posted. */
export function schedule(run: () => void, milliseconds: number): void {
  cancelPending();
  pending = { run, timer: setTimeout(flushPending, milliseconds) };
}

function flushPending(): void {
  const waiting = pending;
  cancelPending();
  waiting?.run();
}

function cancelPending(): void {
  if (pending) clearTimeout(pending.timer);
  pending = null;
}
