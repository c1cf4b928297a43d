/** The lane that a part of the page is about: its settings, its run and its evaluation. */
import { type AppState, useApp } from "../state/store";

export type Lane = Pick<AppState, "config" | "run" | "evaluation">;

/** Reads from the lane around it, as `useApp` reads from the page. */
export function useLane<T>(select: (lane: Lane) => T): T {
  return useApp(select);
}
