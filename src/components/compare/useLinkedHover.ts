/**
 * What the pointer is on in one picture is marked in the other one, too. The marks are attributes beside React's own:
 * a pointer that crosses a map must not draw both maps again.
 */
import { useCallback, useRef, type MouseEvent, type RefObject } from "react";

const MARK = "data-linked";

/** The part under the pointer as a selector that fits the same part of the other picture; null: no such part. */
function sameAs(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[role=gridcell]");
  if (cell) {
    const { row, column } = cell.dataset;
    return `[role=gridcell][data-row="${row}"][data-column="${column}"]`;
  }
  const subject = target.closest<HTMLElement>("[data-subject]")?.dataset["subject"];
  return subject === undefined ? null : `[data-subject="${CSS.escape(subject)}"]`;
}

/** For the element around both pictures, each of which is a figure in it. */
export function useLinkedHover(place: RefObject<HTMLElement | null>) {
  const last = useRef<string | null>(null);
  const mark = useCallback(
    (selector: string | null): void => {
      if (selector === last.current) return;
      last.current = selector;
      place.current?.querySelectorAll(`[${MARK}]`).forEach((each) => each.removeAttribute(MARK));
      if (selector === null) return;
      place.current?.querySelectorAll(selector).forEach((each) => each.setAttribute(MARK, ""));
    },
    [place],
  );
  return {
    onMouseOver: ({ target }: MouseEvent) => mark(sameAs(target)),
    onMouseLeave: () => mark(null),
  };
}
