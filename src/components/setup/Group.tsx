/** Something folded away behind its name and how it stands, in a column of such. */
import { useId, type ReactNode } from "react";
import type { SectionId } from "../../state/slices/sections";
import { useSection } from "../useSection";
import styles from "./Group.module.css";

interface GroupProps {
  readonly section: SectionId;
  readonly title: string;
  /** How things stand inside, in a few words. */
  readonly brief: string;
  /** What is inside; it may spare what nobody sees. */
  readonly children: (isOpen: boolean) => ReactNode;
}

export function Group({ section, title, brief, children }: GroupProps) {
  const details = useSection(section);
  const id = useId();
  return (
    <details {...details} className={styles.group}>
      <summary aria-labelledby={`${id}-title`} aria-describedby={`${id}-brief`}>
        <span id={`${id}-title`} className={styles.title}>
          {title}
        </span>
        <span id={`${id}-brief`} className={styles.brief}>
          {brief}
        </span>
      </summary>
      {children(details.open)}
    </details>
  );
}
