/** The stage's own keys: Space plays, arrows step, Home and End jump. A focused control with its own keys takes precedence. */
import type { KeyboardEvent } from "react";
import { jump, togglePlayback, type Jump } from "./usePlayback";

const JUMPS: Readonly<Record<string, Jump>> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  Home: "first",
  End: "last",
};

const OWN_KEYS = "[role=grid], [role=toolbar], [role=region], input, select, textarea";

/** For the stage's outermost element. */
export function onStageKey(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return; // a popover's keys bubble up here too
  if (target.closest(OWN_KEYS)) return;
  const to = JUMPS[event.key];
  if (to) jump(to);
  else if (event.key === " " && !target.closest("button")) togglePlayback();
  else return;
  event.preventDefault();
}
