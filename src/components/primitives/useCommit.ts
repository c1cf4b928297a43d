/** The native "change" event, which comes once a value is settled. React's onChange comes with every input. */
import { useEffect, useRef, type RefObject } from "react";

/**
 * A ref whose input calls `commit` when the student has finished a value: after leaving the field, on Enter, after
 * releasing a slider, and with each press of an arrow key.
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
