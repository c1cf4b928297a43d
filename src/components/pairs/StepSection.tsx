/** One of the three steps of the dialog, with its number and title. */
import { type ReactNode, useId } from "react";
import styles from "./PairsDialog.module.css";

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly className?: string | undefined;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

export function StepSection({ number, title, className, isBusy = false, children }: StepProps) {
  const id = useId();
  return (
    <section
      className={`${styles.step} ${className ?? ""}`}
      aria-labelledby={id}
      aria-busy={isBusy}
    >
      <h3 className={styles.stepTitle}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span id={id}>{title}</span>
      </h3>
      {children}
    </section>
  );
}
