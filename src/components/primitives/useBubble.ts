/** A bubble beside its trigger (WCAG 2.2, 1.4.13): the pointer can move onto it, and Escape closes it. */
import { type PointerEvent, type SyntheticEvent, useEffect, useState } from "react";

/** Beside the trigger, in pixels of the window: below it, or above it in the lower half of the window. */
export interface BubblePlace {
  readonly left: number;
  readonly top?: number;
  readonly bottom?: number;
}

const BUBBLE_WIDTH = 280; // pixels, as in Term.module.css
const MARGIN = 8;

function placeBeside(trigger: Element): BubblePlace {
  const { left, top, bottom } = trigger.getBoundingClientRect();
  const rightmost = Math.max(MARGIN, window.innerWidth - BUBBLE_WIDTH - MARGIN);
  const x = Math.min(Math.max(MARGIN, left), rightmost);
  return bottom > window.innerHeight / 2
    ? { left: x, bottom: window.innerHeight - top }
    : { left: x, top: bottom };
}

export function useBubble() {
  const [place, setPlace] = useState<BubblePlace | null>(null);
  const open = ({ currentTarget }: SyntheticEvent): void =>
    setPlace((before) => before ?? placeBeside(currentTarget));
  const close = (): void => setPlace(null);
  const isOpen = place !== null;
  useEffect(() => (isOpen ? closeFromOutside(() => setPlace(null)) : undefined), [isOpen]);
  return {
    place,
    /** Around trigger and bubble: React counts the bubble in a portal as inside. */
    area: { onPointerLeave: close },
    trigger: {
      onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && open(event),
      onFocus: open,
      onClick: open,
      onBlur: close,
    },
  };
}

/** Escape, a press elsewhere and scrolling close the bubble. Returns the function that stops this. */
function closeFromOutside(close: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation(); // the panel or dialog around the term stays open
    close();
  };
  const onPress = ({ target }: Event): void => {
    const isBubble = target instanceof Element && target.closest('[role="tooltip"]');
    if (!isBubble) close();
  };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("scroll", close, true);
  return () => {
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("pointerdown", onPress, true);
    document.removeEventListener("scroll", close, true);
  };
}
