/** Moves the focus to a place of the page, and makes the compiler check the names of places in markup. */
import type { FocusTarget, Place } from "../places";

declare module "react" {
  interface HTMLAttributes<T> {
    readonly "data-place"?: Place;
  }
}

/** @returns the element, or null where the page lacks it */
export function placeOf(place: FocusTarget): HTMLElement | null {
  return document.getElementById(place);
}

export function focusPlace(place: FocusTarget): void {
  placeOf(place)?.focus();
}

/** The button of `act` disappears with it, so the focus moves first. */
export function moveFocusThen(place: FocusTarget, act: () => void): void {
  focusPlace(place);
  act();
}
