/** A region that scrolls where its content is wider than the page, also by keyboard. */
import type { ReactNode } from "react";
import styles from "./Alone.module.css";

interface ScrollerProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Scroller({ label, children }: ScrollerProps): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
