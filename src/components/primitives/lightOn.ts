/** Pointer or focus on a part of the page lights its operation everywhere. */
import type { Lit } from "../../engine/results/operation";

/** Called with the operation that pointer or focus is on; null: it left. */
export type OnLight = (op: Lit | null) => void;

/** The listeners of a part that lights an operation; without a callback it lights nothing. */
export function lightOn(op: Lit, onLight: OnLight | undefined) {
  if (!onLight) return {};
  const enter = (): void => onLight(op);
  const leave = (): void => onLight(null);
  return { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave };
}
