/** Asks the worker, and remembers what has not been answered. */
import type { Command, LaneId } from "../../workers/protocol";
import { flush, isConnected, send } from "../ports/workerPort";
import { LANE } from "../slices/lane";
import { withRequest } from "../slices/requests";
import { type AppState, laneOf, useApp } from "../store";

/**
 * Sends a command, after the settings that were waiting.
 * @param change what the act changes in the store, in the same write
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
