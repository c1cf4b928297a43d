/** Whether the stage of the lane around the component shows the walk through one update. */
import { useContext } from "react";
import { ofLane } from "../state/slices/requests";
import { isWalking } from "../state/slices/walk";
import { laneIn, useApp } from "../state/store";
import { LaneContext } from "./useLane";

export function useIsWalking(): boolean {
  const id = useContext(LaneContext);
  return useApp((state) => isWalking(state.view, laneIn(state, id), ofLane(state.requests, id)));
}
