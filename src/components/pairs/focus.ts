/** Focus and Escape for what takes the place of a button for a moment. */
import type { KeyboardEvent } from "react";

/** A ref for what is to have the focus as soon as it is there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Leaves on Escape, of which the dialog around it hears nothing. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  };
}
