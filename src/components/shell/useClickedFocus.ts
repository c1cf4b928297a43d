/**
 * A clicked control has the focus, also in Safari, which gives it to what lies around the control. The page relies on it:
 * a closed dialog gives the focus back to what opened it, and what takes the place of a button takes its focus.
 */
import { useEffect } from "react";

const CONTROLS = "button, summary, a[href], input";

function focusClicked({ target, detail }: MouseEvent): void {
  if (detail === 0) return; // a key, or a script such as that of a download
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
  // Elsewhere the focus stays, such as in a field whose menu is clicked.
  if (control && document.activeElement?.contains(control)) control.focus({ preventScroll: true });
}

/** The listener comes before those of the controls, which may close what they stand in. */
function followClicks(): () => void {
  document.addEventListener("click", focusClicked, { capture: true });
  return () => document.removeEventListener("click", focusClicked, { capture: true });
}

export function useClickedFocus(): void {
  useEffect(followClicks, []);
}
