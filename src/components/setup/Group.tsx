/** Something folded away behind its name and how it stands, in a column of such. */
import { useId, useState, type ReactNode } from "react";
import styles from "./Group.module.css";

interface GroupProps {
  readonly title: string;
  /** How things stand inside, in a few words. */
  readonly brief: string;
  /** What is inside; it may spare what nobody sees. */
  readonly children: (isOpen: boolean) => ReactNode;
}

export function Group({ title, brief, children }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <details className={styles.group} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-labelledby={`${id}-title`} aria-describedby={`${id}-brief`}>
        <span id={`${id}-title`} className={styles.title}>
          {title}
        </span>
        <span id={`${id}-brief`} className={styles.brief}>
          {brief}
        </span>
      </summary>
      {children(isOpen)}
    </details>
  );
}
