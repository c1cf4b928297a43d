/** Asks the worker, and remembers what has not been answered. */
import type { Command, LaneId } from "../../workers/protocol";
import { flush, isConnected, send } from "../ports/workerPort";
import { LANE } from "../slices/lane";
import { withRequest } from "../slices/requests";
import { laneOf, useApp } from "../store";

/** Sends a command, after the settings that were waiting. */
export function ask(command: Command, lane: LaneId = LANE): void {
  flush(lane);
  if (!isConnected()) return;
  const id = useApp.getState().lastRequest + 1;
  const request = { id, lane, command };
  const { config } = laneOf(lane);
  useApp.setState(({ requests }) => ({
    lastRequest: id,
    requests: withRequest(requests, { ...request, config }),
  }));
  send(request);
}
