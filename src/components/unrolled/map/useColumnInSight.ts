/** Where the stage is wider than its room: keeps the column on show, and the decoder's rail if it can, in sight. */
import { useEffect, type RefObject } from "react";
import { columnX, type StageLayout } from "../../../vis/layout/stageLayout";

/** Where to scroll so that a column and its neighbours are in sight, from where the room is scrolled to. */
function scrolledTo(layout: StageLayout, column: number, room: HTMLElement): number {
  const { map, pinned, pitch, width } = layout;
  const { clientWidth, scrollLeft } = room;
  const margin = pinned ? map.x : 0; // stays in sight, too
  const seen = pinned ? map.x + pinned.seen : clientWidth;
  const left = columnX(layout, column) - margin - pitch;
  const right = columnX(layout, column) + 2 * pitch;
  if (!pinned && width - left <= clientWidth) return width - clientWidth;
  if (left < scrollLeft) return left;
  return right > scrollLeft + seen ? right - seen : scrollLeft;
}

/** Scrolls the room, never the page; null leaves it where it is. */
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
