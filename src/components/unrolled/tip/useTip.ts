/** One tooltip for all parts of a figure: the part under the pointer or with the keyboard's focus has it. */
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type PointerEvent,
} from "react";

/** The text of a part; null for a part without a tooltip. */
export type TextOf = (part: HTMLElement) => string | null;

const PART = "[data-tip], [role=gridcell]";
const OPENS_AFTER = 300; // ms; a pointer that only passes opens nothing
const CLOSES_AFTER = 150; // ms; time to move the pointer onto the tooltip

function partAround(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(PART) : null;
}

/** The part whose tooltip is open, and a function that opens or closes it after a delay. */
function usePart() {
  const [part, setPart] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: HTMLElement | null, delay: number) => {
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

/** Props for the element around the parts, and for its `Tip`. Parts carry their text as data-tip, or `textOf` knows it. */
export function useTip(textOf: TextOf = () => null) {
  const { part, show } = usePart();
  const close = useCallback(() => show(null, 0), [show]);
  useClosing(part !== null, close);
  const text = part?.isConnected ? (textOf(part) ?? part.dataset["tip"] ?? null) : null;
  return {
    area: {
      onPointerOver: ({ target, pointerType }: PointerEvent) => {
        if (pointerType === "touch") return; // a tap selects, and the inspector shows the numbers
        const next = partAround(target);
        show(next, next ? OPENS_AFTER : CLOSES_AFTER);
      },
      onPointerLeave: () => show(null, CLOSES_AFTER),
      onFocus: ({ target }: FocusEvent) => {
        if (target.matches(":focus-visible")) show(partAround(target), OPENS_AFTER);
      },
      onBlur: close,
    },
    tip: {
      part,
      text,
      onPointerEnter: () => show(part, 0),
      onPointerLeave: () => show(null, CLOSES_AFTER),
    },
  };
}
