/**
 * Where the element with the focus goes away, the nearest part around it that can have the focus takes it, so that a
 * keyboard goes on there. A part that knows better (`FocusHere`) moves the focus first.
 */
import { useEffect } from "react";
import { focusPlace } from "../focusPlace";

/** The parts around an element that can have the focus, the nearest first. */
function partsAround(element: Element): HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (let part = element.parentElement; part; part = part.parentElement)
    if (part.hasAttribute("tabindex")) parts.push(part);
  return parts;
}

function takesFocus(part: HTMLElement): boolean {
  part.focus({ preventScroll: true });
  return document.activeElement === part;
}

const hasNoFocus = (): boolean => document.activeElement === document.body;

/** After the page has drawn, with what its effects do. */
function later(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function keepFocus(): () => void {
  let last: Element | null = null; // null: the student has left it by hand
  let around: HTMLElement[] = [];
  const isLost = (): boolean => last !== null && !last.isConnected && hasNoFocus();
  const note = ({ target }: FocusEvent): void => {
    last = target as Element;
    around = partsAround(last);
  };
  const leave = ({ target }: FocusEvent): void =>
    later(() => {
      if (target === last && last?.isConnected && hasNoFocus()) last = null;
    });
  const rescue = (): void => {
    if (isLost() && !around.some(takesFocus)) focusPlace("stage");
  };
  const observer = new MutationObserver(() => {
    if (isLost()) later(rescue);
  });
  document.addEventListener("focusin", note);
  document.addEventListener("focusout", leave);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", note);
    document.removeEventListener("focusout", leave);
    observer.disconnect();
  };
}

export function useKeptFocus(): void {
  useEffect(keepFocus, []);
}
