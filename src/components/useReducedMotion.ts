/** Whether the student's system asks for less motion. */
import { useSyncExternalStore } from "react";

const QUERY = "(prefers-reduced-motion: reduce)";

function subscribe(call: () => void): () => void {
  const list = matchMedia(QUERY);
  list.addEventListener("change", call);
  return () => list.removeEventListener("change", call);
}

export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
}
