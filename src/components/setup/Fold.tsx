/** A little more about a choice that folds out over the page, which keeps its place. Nothing is made before it opens. */
import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import styles from "./Fold.module.css";

interface FoldProps {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Fold({ summary, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its summary
    <details
      className={styles.fold}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event: KeyboardEvent<HTMLDetailsElement>) =>
        event.key === "Escape" && close(event)
      }
      onBlur={(event: FocusEvent<HTMLDetailsElement>) =>
        event.currentTarget.contains(event.relatedTarget) || close(event)
      }
    >
      <summary>{summary}</summary>
      <div className={styles.page}>{isOpen && children}</div>
    </details>
  );
}

function close({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }): void {
  currentTarget.open = false;
}
