/** The native "change" event, which React's onChange is not: it comes once a value is settled. */
import { useEffect, useRef, type RefObject } from "react";

/**
 * A ref whose input calls `commit` when the student is done with it: on leaving the field, on Enter, on letting go of
 * a slider, and with each press of an arrow key.
 */
export function useCommit(
  commit: (input: HTMLInputElement) => void,
): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => {
    const input = ref.current;
    if (!input) return undefined;
    const onChange = (): void => latest.current(input);
    input.addEventListener("change", onChange);
    return () => input.removeEventListener("change", onChange);
  }, []);
  return ref;
}
