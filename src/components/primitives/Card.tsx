/** A part of the page on its own surface: a landmark named by its heading. */
import { useId, type ReactNode } from "react";
import styles from "./Card.module.css";

interface CardProps {
  readonly title: string;
  /** Beside the heading, at the far end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, aside, children }: CardProps) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
