/** The keys of the walk: left and right (and a presenter's PageUp and PageDown) change the stage, Escape closes it. */
import type { KeyboardEvent } from "react";
import { student } from "../../state/actions/acts";
import { stageAfter } from "../../state/slices/walk";
import { useApp } from "../../state/store";
import { focusPlace } from "../focusPlace";

const MOVES: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -1,
  PageDown: 1,
};

/** Elements whose own keys these are. */
const OWN_KEYS =
  "select, input, [role=grid], [role=toolbar], [role=region], [role=dialog], section section";

/** Closes the walk. The button that began it takes the focus. */
export function leaveWalk(): void {
  student.closeWalk();
  focusPlace("slowly");
}

/** Whether the key is free: no other listener or input method has a use for it. */
function isFree(event: KeyboardEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
  const isPlain = !(altKey || ctrlKey || metaKey || shiftKey);
  return isPlain && !event.defaultPrevented && !nativeEvent.isComposing;
}

export function onWalkKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, target } = event;
  if (!isFree(event)) return;
  const by = MOVES[key];
  if (key === "Escape") leaveWalk();
  else if (by && target instanceof Element && !target.closest(OWN_KEYS)) moveWalk(by);
  else return;
  event.preventDefault();
}

function moveWalk(by: 1 | -1): void {
  const { walk } = useApp.getState().view;
  if (walk) student.showWalkStage(stageAfter(walk.stage, by));
}
