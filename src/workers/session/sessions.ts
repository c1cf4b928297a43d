/** The sessions of a worker, one for each lane. They share the user's own pairs. */
import type { RunStore } from "../../storage/runs";
import type { LaneId, Message, Request } from "../protocol";
import { Lockstep } from "./lockstep";
import { OwnPairs } from "./ownPairs";
import { Session, type SessionPorts } from "./session";

export interface WorkerPorts extends Omit<
  SessionPorts,
  "post" | "store" | "pairs" | "runOf" | "turn"
> {
  readonly post: (message: Message, transfer?: ArrayBuffer[]) => void;
  /** Holds the saved run of a lane. */
  readonly storeOf: (lane: LaneId) => RunStore;
}

/** Returns the function that takes requests. The requests of a lane are carried out in order, but "pause" at once. */
export function createSessions(ports: WorkerPorts): (request: Request) => Promise<void> {
  const pairs = new OwnPairs(ports.yieldToMessages);
  const lockstep = new Lockstep();
  const sessions = new Map<LaneId, Session>();

  function sessionOf(lane: LaneId): Session {
    const existing = sessions.get(lane);
    if (existing) return existing;
    const session = new Session({
      ...ports,
      pairs,
      turn: lockstep.turnOf(lane),
      runOf: (other) => sessions.get(other)?.run ?? null,
      store: ports.storeOf(lane),
      post: (event, transfer) => ports.post({ lane, event }, transfer),
    });
    sessions.set(lane, session);
    return session;
  }

  return ({ lane, ...request }) => sessionOf(lane).take(request);
}
