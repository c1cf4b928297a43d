/** Marks the sides of a scrolling container that hide content, for the style sheet. */
import { useCallback, useLayoutEffect, type RefObject } from "react";

/** Marks the sides at each new layout of the content; returns the function to call after each scroll. */
export function useHiddenSides(room: RefObject<HTMLElement | null>, layout: object): () => void {
  const mark = useCallback(() => {
    const element = room.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth, scrollWidth } = element;
    element.toggleAttribute("data-hides-above", scrollTop > 1);
    element.toggleAttribute("data-hides-before", scrollLeft > 1);
    element.toggleAttribute("data-hides-after", scrollLeft + clientWidth < scrollWidth - 1);
  }, [room]);
  useLayoutEffect(mark, [mark, layout]);
  return mark;
}
