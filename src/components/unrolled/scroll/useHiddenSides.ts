/** Marks the sides of a scrolling container that hide content, for the style sheet. */
import { useCallback, useLayoutEffect, type RefObject } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";

/** Marks the sides at each layout; returns the function to call after each scroll. */
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
