/** The height of an element as its own custom property, for styles that depend on it. */
import { useLayoutEffect, useRef, type RefObject } from "react";

/** A ref for the element, which keeps `--height` current. */
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
