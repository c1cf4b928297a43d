/** Marks the sides behind which a room that scrolls hides something, for the style sheet. */
import { useCallback, useLayoutEffect, type RefObject } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";

/** Marks them with every layout; what it returns is to be called when the room has scrolled. */
export function useHiddenSides(
  room: RefObject<HTMLElement | null>,
  layout: StageLayout,
): () => void {
  const mark = useCallback(() => {
    const element = room.current;
    if (!element) return;
    const { scrollLeft, clientWidth, scrollWidth } = element;
    element.toggleAttribute("data-hides-before", scrollLeft > 1);
    element.toggleAttribute("data-hides-after", scrollLeft + clientWidth < scrollWidth - 1);
  }, [room]);
  useLayoutEffect(mark, [mark, layout]);
  return mark;
}
