/**
 * The page's keys: left and right step, up and down walk the operations, Space plays, Home and End jump, and a presenter's remote (PageUp and PageDown) steps.
 * While the opening film runs, each of them only ends it.
 * A focused control with its own keys takes precedence, and so does what the key would scroll.
 */
import { useEffect } from "react";
import { selectorOf } from "../../places";
import { student } from "../../state/actions/acts";
import { shownFrame } from "../../state/slices/film";
import { useApp } from "../../state/store";
import { jump, togglePlayback, type Jump } from "./usePlayback";
import { walkOperations } from "./walkOperations";

const JUMPS: Readonly<Record<string, Jump>> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  PageUp: "previous",
  PageDown: "next",
  Home: "first",
  End: "last",
};

/** By how many operations a key walks. */
const WALKS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

const SIDEWAYS: readonly string[] = ["ArrowLeft", "ArrowRight"];

/** Elements whose own keys these are, among them scrollers that take the focus and everything in a dialog. */
const OWN_KEYS =
  "input, select, textarea, summary, dialog, [contenteditable], [role=grid], [role=toolbar], [role=tablist], " +
  "[role=radiogroup], [role=region], [role=slider], [role=listbox], [role=menu], [role=dialog]";

/** Whether an element can scroll in this direction. */
function isScroller(element: Element, isSideways: boolean): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const [overflow, length, seen] = isSideways
    ? [overflowX, element.scrollWidth, element.clientWidth]
    : [overflowY, element.scrollHeight, element.clientHeight];
  const isRoot = element === document.documentElement;
  return length > seen + 1 && (isRoot || overflow === "auto" || overflow === "scroll");
}

/** Whether the key would scroll the page or a panel around the focus. In the stage's card the player's keys win. */
function scrolls(target: Element, key: string): boolean {
  if (target.closest(selectorOf("stage"))) return false;
  const isSideways = SIDEWAYS.includes(key);
  for (let at: Element | null = target; at && at !== document.body; at = at.parentElement)
    if (at !== document.documentElement && isScroller(at, isSideways)) return true;
  // A page that is higher than the window, as on a phone, keeps the keys that jump in it.
  return !isSideways && key !== " " && isScroller(document.documentElement, false);
}

/** Whether a button takes the key, or the inspector, whose content a walk would replace. */
function isUsedBy(target: Element, key: string): boolean {
  if (key === " ") return target.closest("button, a") !== null;
  return key in WALKS && target.closest(selectorOf("inspector")) !== null;
}

/** Whether the key is free: no other listener, input method or control has a use for it. */
function isFree(event: KeyboardEvent): boolean {
  const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isPlain = !(altKey || ctrlKey || metaKey || shiftKey || event.isComposing);
  if (event.defaultPrevented || !isPlain || !(target instanceof Element)) return false;
  return !isUsedBy(target, key) && !target.closest(OWN_KEYS) && !scrolls(target, key);
}

/** What a key does; null: it is none of the page's keys. */
function actOf(key: string): (() => void) | null {
  const [to, by] = [JUMPS[key], WALKS[key]];
  if (to) return () => jump(to);
  if (by) return () => walkOperations(by);
  return key === " " ? togglePlayback : null;
}

function onPageKey(event: KeyboardEvent): void {
  const act = actOf(event.key);
  if (!act || !isFree(event)) return;
  if (shownFrame(useApp.getState().film)) student.skipOpening();
  else act();
  event.preventDefault();
}

/** Listens on the document, because a new page has no focused element. One component on the page uses it. */
export function usePageKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", onPageKey);
    return () => document.removeEventListener("keydown", onPageKey);
  }, []);
}
