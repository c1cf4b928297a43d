/** The threads of this worker's training steps, and what becomes of them. */
import { threadsFor } from "../../engine/threadCount";
import { createLatch } from "./onceSignal";
import { type PeerTeam, startTeam } from "./peerTeam";

const loss = createLatch();

/**
 * Starts the threads beside this one.
 * @returns null where there may be none: on a single processor, and in a page that its server has not isolated, where
 *   browsers share no memory
 */
export async function openTeam(): Promise<PeerTeam | null> {
  const threads = threadsFor(navigator.hardwareConcurrency);
  if (threads === null || !crossOriginIsolated) return null;
  return startTeam(threads - 1, loss.tell);
}

/** Calls back when one of them has failed or does not answer, also where that was before. */
export const onThreadsLost = loss.listen;
