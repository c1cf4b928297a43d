/** The lane that a part of the page shows: its settings, its run and its evaluation. */
import { createContext, useContext } from "react";
import { LANE, type Lane } from "../state/slices/lane";
import type { RunState } from "../state/slices/run";
import { laneIn, useApp } from "../state/store";
import type { LaneId } from "../workers/protocol";

/** The lane that the parts inside show. */
export const LaneContext = createContext<LaneId>(LANE);

/** Reads from the lane around the component, as `useApp` reads from the page. */
export function useLane<T>(select: (lane: Lane) => T): T {
  const id = useContext(LaneContext);
  return useApp((state) => select(laneIn(state, id)));
}

/** Reads from the run of the lane around the component. */
export function useRun<T>(select: (run: RunState) => T): T {
  return useLane(({ run }) => select(run));
}
