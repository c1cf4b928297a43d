/** Where the stage is wider than its room: keeps the column on show, and the decoder's rail if it can, in sight. */
import { useEffect, type RefObject } from "react";
import { columnX, type StageLayout } from "../../vis/stage";

/** Scrolls the room, never the page; null leaves it where it is. */
export function useColumnInSight(
  room: RefObject<HTMLElement | null>,
  layout: StageLayout,
  column: number | null,
): void {
  const { scrolls, width, pitch } = layout;
  const left = column === null ? null : columnX(layout, column) - layout.pitch;
  useEffect(() => {
    const element = room.current;
    if (!element || !scrolls || left === null) return;
    const { clientWidth, scrollLeft } = element;
    const right = left + 3 * pitch;
    if (width - left <= clientWidth) element.scrollTo({ left: width - clientWidth });
    else if (left < scrollLeft) element.scrollTo({ left });
    else if (right > scrollLeft + clientWidth) element.scrollTo({ left: right - clientWidth });
  }, [room, scrolls, width, pitch, left]);
}
