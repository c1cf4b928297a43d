/** A team whose peers are workers of the worker that leads it. */
import type { SharedStep, Team, TeamStep } from "../../engine/fused/threads/team";
import {
  createPeerMemory,
  DONE,
  type PeerMemory,
  type PeerTask,
  viewPeerMemory,
  WORKING,
} from "./peerMemory";

export interface PeerTeam extends Team {
  /** Ends its peers. */
  readonly end: () => void;
}

const START_MS = 20_000; // for a script to load
const SLICE_MS = 1000;
/** Beside as long as the leader has taken for its own share; what is longer than the most was sleep for the greater part. */
const LEAST_SLICES = 10;
const MOST_SLICES = 60;

/**
 * Starts workers and makes a team of them.
 * @param onFailure called once, as soon as one of them has failed; the team is of no use from then on
 * @throws where one of them does not come up
 */
export async function startTeam(peers: number, onFailure: () => void): Promise<PeerTeam> {
  const workers: Worker[] = [];
  const end = (): void => workers.forEach((worker) => worker.terminate());
  try {
    while (workers.length < peers) workers.push(startPeer());
    await Promise.all(workers.map(untilUp));
  } catch (error) {
    end();
    throw error;
  }
  return leadTeam(workers, { end, onFailure });
}

function startPeer(): Worker {
  return new Worker(new URL("./peer.worker.ts", import.meta.url), { type: "module", name: "peer" });
}

function untilUp(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`threads: ${why}`));
    const patience = setTimeout(() => fail("one did not start"), START_MS);
    worker.addEventListener("message", () => {
      clearTimeout(patience);
      resolve();
    });
    onError(worker, (message) => fail(message || "one could not be loaded"));
  });
}

/** Hears of errors in a worker before the page does, which would take them for this worker's own. */
function onError(worker: Worker, call: (message: string) => void): void {
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    call(event.message);
  });
}

interface Ends {
  readonly end: () => void;
  readonly onFailure: () => void;
}

function leadTeam(workers: readonly Worker[], { end, onFailure }: Ends): PeerTeam {
  const peers = workers.length;
  let memory: PeerMemory | null = null;
  let failure: string | null = null;
  const fail = (why: string): void => {
    if (failure === null) onFailure();
    failure ??= `threads: ${why}`;
  };
  const expectWhole = (): void => {
    if (failure !== null) throw new Error(failure);
  };
  workers.forEach((worker) => onError(worker, (message) => fail(message || "one has ended")));

  const begin = ({ shape, parameters, shares }: TeamStep): SharedStep => {
    expectWhole();
    if (memory?.size !== parameters.length) memory = createPeerMemory(peers, parameters.length);
    const views = viewPeerMemory(memory);
    views.parameters.set(parameters);
    const start = performance.now();
    for (const [peer, share] of shares.entries()) {
      Atomics.store(views.states, peer, WORKING);
      const task: PeerTask = { peer, memory, shape, share };
      workers[peer]?.postMessage(task);
    }
    const slices = (): number =>
      LEAST_SLICES + Math.min(MOST_SLICES, Math.ceil((performance.now() - start) / SLICE_MS));
    return {
      finish() {
        const patience = slices();
        return shares.map((_, peer) => {
          const state = waitFor(views.states, peer, patience);
          if (state !== DONE) fail(state === WORKING ? "one does not answer" : "one has failed");
          expectWhole();
          return {
            loss: views.losses[peer] ?? Number.NaN,
            gradient: views.gradients[peer] ?? new Float32Array(),
          };
        });
      },
      giveUp() {
        failure ??= "threads: a step was given up";
        const patience = slices();
        shares.every((_, peer) => waitFor(views.states, peer, patience) !== WORKING);
      },
    };
  };
  return { peers, begin, end };
}

/**
 * Stands still until a peer has answered, and no longer than so many slices: of the time that a computer sleeps at most one
 * slice counts.
 * @returns its state then
 */
function waitFor(states: Int32Array, peer: number, slices: number): number {
  for (let i = 0; i < slices && Atomics.load(states, peer) === WORKING; i++)
    Atomics.wait(states as Int32Array<SharedArrayBuffer>, peer, WORKING, SLICE_MS);
  return Atomics.load(states, peer);
}
