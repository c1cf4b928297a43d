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

/** Where the page lacks the place, or hides it, the next of these takes the focus. */
const OTHERS: readonly FocusTarget[] = ["stage", "training", "rail"];

export function focusPlace(place: FocusTarget): void {
  const places = [place, ...OTHERS].map(placeOf);
  // The header, whose tabs come first, can disappear, too.
  const tabs = document.querySelectorAll<HTMLElement>("main [role=tab][aria-selected=true]");
  [...places, ...tabs].some(takesFocus);
}

/** Moves the focus to the element; an element without a box cannot take it. */
function takesFocus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null && document.activeElement === element;
}

/** After a dialog has closed: if what opened it is gone, the first of these places that is there takes the focus. */
export function focusIfLost(...places: readonly FocusTarget[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) places.map(placeOf).some(takesFocus);
  });
}

/** The button of `act` disappears with it, so the focus moves first. */
export function moveFocusThen(place: FocusTarget, act: () => void): void {
  focusPlace(place);
  act();
}
