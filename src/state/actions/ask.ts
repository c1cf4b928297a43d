/** Sends a command to the worker and stores the request until the worker answers it. */
import type { Command, LaneId } from "../../workers/protocol";
import { flush, isConnected, send } from "../ports/workerPort";
import { LANE } from "../slices/lane";
import { withRequest } from "../slices/requests";
import { type AppState, laneOf, useApp } from "../store";

/**
 * Sends a command. Settings that wait for the worker leave first.
 * @param change the act's own change of the store, in the same write
 */
export function ask(
  command: Command,
  change: (state: AppState) => Partial<AppState> = () => ({}),
  lane: LaneId = LANE,
): void {
  flush(lane);
  if (!isConnected()) return useApp.setState(change);
  const id = useApp.getState().lastRequest + 1;
  const request = { id, lane, command };
  const { config } = laneOf(lane);
  useApp.setState((state) => ({
    ...change(state),
    lastRequest: id,
    requests: withRequest(state.requests, { ...request, config }),
  }));
  send(request);
}
