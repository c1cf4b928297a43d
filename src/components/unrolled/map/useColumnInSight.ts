/** Where the stage is wider than its container: keeps the shown column visible, and the decoder's rail if it fits. */
import { useEffect, type RefObject } from "react";
import { columnX, type StageLayout } from "../../../vis/layout/stageLayout";

/** The scroll position that makes a column and its neighbours visible, as near as possible to the present position. */
function scrolledTo(layout: StageLayout, column: number, room: HTMLElement): number {
  const { map, pinned, pitch, width } = layout;
  const { clientWidth, scrollLeft } = room;
  const margin = pinned ? map.x : 0; // the margin stays visible, too
  const seen = pinned ? map.x + pinned.seen : clientWidth;
  const left = columnX(layout, column) - margin - pitch;
  const right = columnX(layout, column) + 2 * pitch;
  if (!pinned && width - left <= clientWidth) return width - clientWidth;
  if (left < scrollLeft) return left;
  return right > scrollLeft + seen ? right - seen : scrollLeft;
}

/** Scrolls the container, never the page; null leaves it where it is. */
export function useColumnInSight(
  room: RefObject<HTMLElement | null>,
  layout: StageLayout,
  column: number | null,
): void {
  useEffect(() => {
    const element = room.current;
    if (!element || !layout.scrolls || column === null) return;
    element.scrollTo({ left: scrolledTo(layout, column, element) });
  }, [room, layout, column]);
}
