/** A section in a column of sections that open and close, with its name and a summary of its content. */
import { useId, type ReactNode } from "react";
import type { SectionId } from "../../state/slices/sections";
import { useSection } from "../useSection";
import styles from "./Group.module.css";

interface GroupProps {
  readonly section: SectionId;
  readonly title: string;
  /** A summary of the content in a few words. */
  readonly brief: string;
  /** The content; it may omit expensive parts while the group is closed. */
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
