/** Where the stage is larger than its room: keeps the selected pair visible, and the decoder's rail if it fits. */
import { useEffect, type RefObject } from "react";
import { columnX, rowY, type StageLayout } from "../../../vis/layout/stageLayout";

/** The scroll position that makes a column and its neighbours visible, as near as possible to the present position. */
function leftFor(layout: StageLayout, column: number, room: HTMLElement): number {
  const { map, pinned, columnPitch, width } = layout;
  const { clientWidth, scrollLeft } = room;
  const margin = pinned ? map.x : 0; // the margin stays visible, too
  const seen = pinned ? map.x + pinned.seen : clientWidth;
  const left = columnX(layout, column) - margin - columnPitch;
  const right = columnX(layout, column) + 2 * columnPitch;
  if (!pinned && width - left <= clientWidth) return width - clientWidth;
  if (left < scrollLeft) return left;
  return right > scrollLeft + seen ? right - seen : scrollLeft;
}

/** As for a column, for a row. */
function topFor(layout: StageLayout, row: number, room: HTMLElement): number {
  const { clientHeight, scrollTop } = room;
  const lane = layout.header.tokensHeight; // stays over the rows
  const top = row === 0 ? 0 : rowY(layout, row) - layout.pitch - lane;
  const bottom = rowY(layout, row) + 2 * layout.pitch; // with the next row, which a lesson may ask about
  if (top < scrollTop) return top;
  return bottom > scrollTop + clientHeight ? bottom - clientHeight : scrollTop;
}

/**
 * Scrolls the room, never the page.
 * @param column null: leaves the room where it is sideways
 */
export function usePairInSight(
  room: RefObject<HTMLElement | null>,
  layout: StageLayout,
  row: number,
  column: number | null,
): void {
  useEffect(() => {
    const element = room.current;
    if (!element || !layout.scrolls || column === null) return;
    element.scrollTo({ left: leftFor(layout, column, element) });
  }, [room, layout, column]);
  useEffect(() => {
    const element = room.current;
    if (element && layout.scrollsDown) element.scrollTo({ top: topFor(layout, row, element) });
  }, [room, layout, row]);
}
