/** The threads that share this worker's training steps. */
import { threadsFor } from "../../engine/threadCount";
import { createOnceSignal } from "./onceSignal";
import { type PeerTeam, startTeam } from "./peerTeam";

const lost = createOnceSignal();

/**
 * Starts the peers of this thread.
 * @returns null on a single processor, and where the server does not isolate the page: such pages get no shared memory
 */
export async function openTeam(): Promise<PeerTeam | null> {
  const threads = threadsFor(navigator.hardwareConcurrency);
  if (threads === null || !crossOriginIsolated) return null;
  return startTeam(threads - 1, lost.fire);
}

/** Calls back when a thread has failed or does not answer, at once where that has happened already. */
export const onThreadsLost = lost.listen;
