/** The room that a figure has. */
import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Room } from "../../../vis/layout/stageLayout";

const NORMAL_TYPE = 16; // px

/** The page's size of type relative to the normal one: larger for a projector, or by the browser's own setting. */
function typeScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size / NORMAL_TYPE || 1; // a test's document has no size
}

/**
 * A ref for the element that gives the room, and its inner size in whole pixels; no width before the element is on the
 * page. An element without a height of its own leaves the height to its content.
 */
export function useRoom<T extends HTMLElement>(): readonly [RefObject<T | null>, Room] {
  const ref = useRef<T>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: Infinity });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const read = (): void => {
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight) || Infinity;
      const scale = typeScale();
      setRoom((last) => {
        const isSame = last.width === width && last.height === height && last.scale === scale;
        return isSame ? last : { width, height, scale };
      });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, room];
}
