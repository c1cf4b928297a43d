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
const OWN_KEYS = "select, input, [role=grid], [role=toolbar], [role=region], [role=dialog], section section";

export function useWalkKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isPlain = !(altKey || ctrlKey || metaKey || shiftKey || event.nativeEvent.isComposing);
    if (event.defaultPrevented || !isPlain || !(target instanceof Element)) return;
    if (key === "Escape") {
      student.closeWalk();
      focusPlace("slowly");
      return event.preventDefault();
    }
    const by = MOVES[key];
    const stage = useApp.getState().view.walk?.stage;
    if (!by || !stage || target.closest(OWN_KEYS)) return;
    student.showWalkStage(stageAfter(stage, by));
    event.preventDefault();
  };
}
