/** The height of an element as a custom property of its own, for styles that depend on it. */
import { useLayoutEffect, useRef, type RefObject } from "react";

/** A ref to put on the element: it keeps `--height` true. */
export function useHeight(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      element.style.setProperty("--height", `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return ref;
}
