/** A team of threads: the trainer's worker leads, and its own workers are the peers. */
import type { SharedStep, Team, TeamStep } from "../../engine/fused/threads/team";
import { DONE, PeerMemories, type PeerTask, viewPeerMemory, WORKING } from "./peerMemory";

export interface PeerTeam extends Team {
  /** Ends the peers. */
  readonly end: () => void;
}

/**
 * ms in which one more peer must come up. Without a limit, a browser that never starts a worker would leave the page
 * without a backend; every peer that comes up renews it, so that a slow machine does not count as a failure.
 */
const START_MS = 60_000;

/**
 * A peer may take as long as the leader took for its own share, and LEAST_SLICES more, for a busy machine may not run a
 * thread for many seconds. Without a limit, a peer that ends without an error would block the worker for ever.
 * If the leader took more than MOST_SLICES, the computer slept in between.
 */
const LEAST_SLICES = 20;
const MOST_SLICES = 60;
const SLICE_MS = 1000;

/**
 * Starts workers and makes a team of them.
 * @param onFailure called once, at the first failure of a peer; the team throws from then on
 * @throws where a peer does not come up
 */
export async function startTeam(peers: number, onFailure: () => void): Promise<PeerTeam> {
  const workers: Worker[] = [];
  const end = (): void => workers.forEach((worker) => worker.terminate());
  try {
    while (workers.length < peers) workers.push(startPeer());
    await untilAllUp(workers);
  } catch (error) {
    end();
    throw error;
  }
  return leadTeam(workers, { end, onFailure });
}

function startPeer(): Worker {
  return new Worker(new URL("./peer.worker.ts", import.meta.url), { type: "module", name: "peer" });
}

/** Resolves when every peer is up. */
function untilAllUp(workers: readonly Worker[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = workers.length;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`threads: ${why}`));
    };
    const renewLimit = (): void => {
      clearTimeout(timer);
      if (missing === 0) resolve();
      else timer = setTimeout(() => fail("a peer did not start"), START_MS);
    };
    for (const worker of workers) {
      worker.addEventListener("message", () => {
        missing--;
        renewLimit();
      });
      onError(worker, (message) => fail(message || "a peer could not be loaded"));
    }
    renewLimit();
  });
}

/** Handles the errors of a worker here; unhandled, they would reach the page as errors of the trainer's worker. */
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
  const memories = new PeerMemories(peers);
  let failure: string | null = null;
  const fail = (why: string): void => {
    if (failure === null) onFailure();
    failure ??= `threads: ${why}`;
  };
  const expectWhole = (): void => {
    if (failure !== null) throw new Error(failure);
  };
  workers.forEach((worker) => onError(worker, (message) => fail(message || "a peer has ended")));

  const begin = ({ shape, parameters, shares }: TeamStep): SharedStep => {
    expectWhole();
    const memory = memories.of(parameters.length);
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
        const limit = slices();
        return shares.map((_, peer) => {
          const state = waitFor(views.states, peer, limit);
          if (state !== DONE)
            fail(state === WORKING ? "a peer does not answer" : "a peer has failed");
          expectWhole();
          return {
            loss: views.losses[peer] ?? Number.NaN,
            gradient: views.gradients[peer] ?? new Float32Array(),
          };
        });
      },
      giveUp() {
        failure ??= "threads: a step has failed";
        const limit = slices();
        shares.every((_, peer) => waitFor(views.states, peer, limit) !== WORKING);
      },
    };
  };
  return { peers, begin, end };
}

/**
 * Blocks until a peer has answered, or for this many slices. While the computer sleeps, at most one slice passes.
 * @returns the peer's state after that
 */
function waitFor(states: Int32Array, peer: number, slices: number): number {
  for (let i = 0; i < slices && Atomics.load(states, peer) === WORKING; i++)
    Atomics.wait(states as Int32Array<SharedArrayBuffer>, peer, WORKING, SLICE_MS);
  return Atomics.load(states, peer);
}
