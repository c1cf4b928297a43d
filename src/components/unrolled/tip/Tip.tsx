/** The tooltip of a figure, over everything else. The names of the parts say the same to assistive technology. */
import type { CSSProperties, ReactNode } from "react";
import { createPortal } from "react-dom";
import styles from "./Tip.module.css";

export interface TipProps {
  readonly part: HTMLElement | null;
  readonly text: string | null;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

const HALF_WIDEST = 130;
const LEAST_ABOVE = 56; // less room over a part puts the tooltip below it

/** Over the middle of the part, inside the window. */
function placeAt({ left, width, top, bottom }: DOMRect): CSSProperties {
  const last = document.documentElement.clientWidth - HALF_WIDEST - 6;
  const middle = Math.max(HALF_WIDEST + 6, Math.min(last, left + width / 2));
  const isAbove = top > LEAST_ABOVE;
  return { left: middle, ...(isAbove ? { bottom: window.innerHeight - top } : { top: bottom }) };
}

export function Tip({ part, text, ...pointer }: TipProps): ReactNode {
  if (!part || text === null) return null;
  return createPortal(
    <div className={styles.place} style={placeAt(part.getBoundingClientRect())} {...pointer}>
      <div role="tooltip" className={styles.tip}>
        {text}
      </div>
    </div>,
    document.body,
  );
}
