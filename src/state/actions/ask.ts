/** Sends a command to the worker and stores the request until the worker answers it. */
import type { Command, LaneId } from "../../workers/protocol";
import { servedBy } from "../ports/lanePort";
import { flush, isConnected, send } from "../ports/workerPort";
import { withRequest } from "../slices/requests";
import { type AppState, laneOf, useApp } from "../store";

type Change = (state: AppState) => Partial<AppState>;

/**
 * Sends a command to the page's lane, and to lane B where a comparison serves both. Settings that wait for the worker
 * leave first.
 * @param change the act's own change of the store, in the same write
 */
export function ask(command: Command, change?: Change): void {
  servedBy(command).forEach((served, i) =>
    askLane(served.lane, served.command, i === 0 ? change : undefined),
  );
}

/** Sends a command to one lane. */
export function askLane(lane: LaneId, command: Command, change: Change = () => ({})): void {
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
