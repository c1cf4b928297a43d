/** Focus and Escape for controls that replace a button for a moment. */
import type { KeyboardEvent } from "react";

/** A ref for the element that takes the focus as soon as it exists. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Calls back on Escape and hides the key from the dialog around it. */
export function onEscape(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    act();
  };
}
