/**
 * The page's keys: arrows step, Space plays, Home and End jump, and a presenter's remote (PageUp and PageDown) steps.
 * A focused control with its own keys takes precedence, and so does what the key would scroll.
 */
import { useEffect } from "react";
import { selectorOf } from "../../places";
import { jump, togglePlayback, type Jump } from "./usePlayback";

const JUMPS: Readonly<Record<string, Jump>> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  PageUp: "previous",
  PageDown: "next",
  Home: "first",
  End: "last",
};

const SIDEWAYS: readonly string[] = ["ArrowLeft", "ArrowRight"];

/** Elements whose own keys these are, among them scrollers that take the focus and everything in a dialog. */
const OWN_KEYS = [
  ...["input", "select", "textarea", "[contenteditable]", "dialog", "summary"],
  ...[
    "grid",
    "toolbar",
    "tablist",
    "radiogroup",
    "region",
    "slider",
    "listbox",
    "menu",
    "dialog",
  ].map((role) => `[role=${role}]`),
].join();

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

function onPageKey(event: KeyboardEvent): void {
  const { target, key } = event;
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (event.defaultPrevented || hasModifier || event.isComposing) return;
  if (!(target instanceof Element) || target.closest(OWN_KEYS) || scrolls(target, key)) return;
  const to = JUMPS[key];
  if (to) jump(to);
  else if (key === " " && !target.closest("button, a")) togglePlayback();
  else return;
  event.preventDefault();
}

/** Listens on the document, because a new page has no focused element. One component on the page uses it. */
export function usePageKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", onPageKey);
    return () => document.removeEventListener("keydown", onPageKey);
  }, []);
}
