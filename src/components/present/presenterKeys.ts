/**
 * The keys of the presentation. F8 starts and ends it, Escape ends it. While it runs, PageDown and PageUp step wherever
 * the focus is, because a presenter's remote has no other keys; the page of the networks alone has no steps.
 */
import { useEffect } from "react";
import { useApp } from "../../state/store";
import { selectorOf } from "../../places";
import { type Jump, jump } from "../player/usePlayback";
import { present } from "./present";

const JUMPS: Readonly<Record<string, Jump>> = { PageUp: "previous", PageDown: "next" };

/** Elements that take these keys themselves: where the presenter types or chooses, and what stands in front of the stage. */
const OWN_KEYS = "input, select, textarea, [contenteditable]";
const IN_FRONT = `dialog[open], [role=dialog], [role=menu], [role=listbox], :popover-open, ${selectorOf("walk")}`;

/** What a key does; null: it is none of these keys, or something on the page takes it. */
function actOf({ key, target }: KeyboardEvent): (() => void) | null {
  const { isPresenting } = useApp.getState().view;
  if (key === "F8") return () => present(!isPresenting);
  const isTaken = document.querySelector(IN_FRONT) !== null;
  if (!isPresenting || isTaken) return null;
  if (key === "Escape") return () => present(false);
  const to = useApp.getState().lesson.alone === null ? JUMPS[key] : undefined;
  const isTyping = target instanceof Element && target.closest(OWN_KEYS) !== null;
  return to && !isTyping ? () => jump(to) : null;
}

function onKey(event: KeyboardEvent): void {
  const { altKey, ctrlKey, metaKey, shiftKey, isComposing, defaultPrevented } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || isComposing || defaultPrevented) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Listens before any part of the page does. One component on the page uses it. */
export function usePresenterKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
