/** A tile inside the inspector disappears when its numbers open in the same place; the focus goes to these numbers. */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { InspectorTab } from "../../state/slices/view";

/** A ref for the panel of the chosen tab, or of one number in it. */
export function useFocusOnNumbers(tab: InspectorTab | "number"): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  const before = useRef(tab);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const hasLost = document.activeElement === document.body && hadFocus.current;
    if (before.current !== tab && hasLost) room.current?.focus({ preventScroll: true });
    before.current = tab;
    const note = (): void => {
      hadFocus.current = room.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [tab]);
  return room;
}
