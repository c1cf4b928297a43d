/** One tooltip for all parts of a figure: the part under the pointer or with the keyboard's focus has it. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** The text of a part; null for a part without a tooltip. */
export type TextOf = (part: HTMLElement) => string | null;

const PART = "[data-tip], [data-live-tip], [role=gridcell]";
const OPENS_AFTER = 300; // ms; a pointer that only passes opens nothing
const CLOSES_AFTER = 150; // ms; time to move the pointer onto the tooltip

function partAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(PART) : null;
}

type Show = (next: HTMLElement | null, delay: number) => void;

/** The part whose tooltip is open, and a function that opens or closes it after a delay. */
function usePart() {
  const [part, setPart] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback<Show>((next, delay) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPart(next), delay);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { part, show };
}

/** Closes the tooltip on Escape and when something scrolls. */
function useClosing(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("scroll", close, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("scroll", close, true);
    };
  }, [isOpen, close]);
}

/** Listens on the element around the parts. Returns the function that stops this. */
function listen(area: HTMLElement, show: Show): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onPointer = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === "touch") return; // a tap selects, and the inspector shows the numbers
    const next = partAround(target);
    show(next, next ? OPENS_AFTER : CLOSES_AFTER);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.matches(":focus-visible"))
      show(partAround(target), OPENS_AFTER);
  };
  area.addEventListener("pointerover", onPointer, { signal });
  area.addEventListener("pointerleave", () => show(null, CLOSES_AFTER), { signal });
  area.addEventListener("focusin", onFocus, { signal });
  area.addEventListener("focusout", () => show(null, 0), { signal });
  return () => stop.abort();
}

/**
 * Props for the `Tip` of the parts inside `area`. Parts carry their text as data-tip; `textOf` knows those of the others,
 * which training would have to write again and again.
 */
export function useTip(area: RefObject<HTMLElement | null>, textOf: TextOf) {
  const { part, show } = usePart();
  const close = useCallback(() => show(null, 0), [show]);
  useClosing(part !== null, close);
  useEffect(() => (area.current ? listen(area.current, show) : undefined), [area, show]);
  const text = part?.isConnected ? (textOf(part) ?? part.dataset["tip"] ?? null) : null;
  return {
    part,
    text,
    onPointerEnter: () => show(part, 0),
    onPointerLeave: () => show(null, CLOSES_AFTER),
  };
}
