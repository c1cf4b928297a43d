/** A button that opens a small panel over the page. The browser closes it on Escape and on a click elsewhere. */
import { useId, useRef, type ReactNode } from "react";
import { Button } from "./Button";
import styles from "./Pop.module.css";

export interface PopProps {
  /** What stands on the button. */
  readonly label: ReactNode;
  /** The name of the button and of the panel, where the label does not say enough. */
  readonly name: string;
  readonly children: ReactNode;
}

const MARGIN = 8; // from the window's edges

/** Puts the panel over its button, or under it where there is more room. */
function place(panel: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const isAbove = top > clientHeight - bottom;
  const start = Math.min(left, clientWidth - panel.offsetWidth - MARGIN);
  Object.assign(panel.style, {
    left: `${Math.max(MARGIN, start)}px`,
    top: isAbove ? "auto" : `${bottom + MARGIN}px`,
    bottom: isAbove ? `${clientHeight - top + MARGIN}px` : "auto",
    maxHeight: `${(isAbove ? top : clientHeight - bottom) - 2 * MARGIN}px`,
  });
}

export function Pop({ label, name, children }: PopProps): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        popoverTarget={id}
        aria-label={name}
        className={styles.button}
      >
        {label}
      </Button>
      <div
        id={id}
        popover="auto"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot scroll in every browser
        role="group"
        aria-label={name}
        className={styles.panel}
        onToggle={({ currentTarget, newState }) => {
          if (newState === "open" && button.current)
            place(currentTarget, button.current.getBoundingClientRect());
        }}
      >
        {children}
      </div>
    </>
  );
}
