/** Whether the student's system asks for less motion. */
import { useMedia } from "./useMedia";

export function useReducedMotion(): boolean {
  return useMedia("(prefers-reduced-motion: reduce)");
}
