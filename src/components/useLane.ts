/** The lane that a part of the page is about: its settings, its run and its evaluation. */
import { createContext, useContext } from "react";
import { LANE } from "../state/actions/ask";
import type { Lane } from "../state/slices/lane";
import { useApp } from "../state/store";

/** Which lane the parts inside are about. */
export const LaneContext = createContext(LANE);

/** Reads from the lane around it, as `useApp` reads from the page. */
export function useLane<T>(select: (lane: Lane) => T): T {
  const id = useContext(LaneContext);
  return useApp(({ lanes }) => select(lanes[id]));
}
