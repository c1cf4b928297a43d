/** Connects a request of the page to the lanes that it serves. The script of lane B loads with a comparison. */
import type { Command, LaneId } from "../../workers/protocol";

/** A command for a lane. */
export interface Served {
  readonly lane: LaneId;
  readonly command: Command;
}

type Serve = (command: Command) => readonly Served[];

const alone: Serve = (command) => [{ lane: "a", command }];

let serve = alone;

/** Connects the script that knows lane B. */
export function setServe(next: Serve): void {
  serve = next;
}

/** What each lane is asked for where the page asks for this. */
export const servedBy: Serve = (command) => serve(command);
