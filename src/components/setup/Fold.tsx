/**
 * A little more about a setting, folded away beside its label. It folds out below the setting, over the page, which
 * keeps its place, and stays while the setting itself is used. Nothing is made before it opens.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Fold.module.css";

interface FoldProps {
  readonly summary: string;
  /** The setting that it is about: two folds can have the same summary. */
  readonly field: string;
  readonly children: ReactNode;
}

export function Fold({ summary, field: name, children }: FoldProps) {
  const { t } = useTranslation("setup");
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const field = details.current?.closest("[data-field]");
    if (!isOpen || !field) return undefined;
    return onLeave(field, () => setOpen(false));
  }, [isOpen]);
  return (
    <details
      ref={details}
      className={styles.fold}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary aria-label={t("partOf", { part: summary, field: name })}>{summary}</summary>
      <div className={styles.page}>{isOpen && children}</div>
    </details>
  );
}

/** Calls back once focus or pointer go elsewhere, or Escape is pressed; returns what ends that. */
function onLeave(field: Element, leave: () => void): () => void {
  const end = new AbortController();
  const watch = { signal: end.signal };
  const check = ({ target }: Event): void => {
    if (!(target instanceof Node && field.contains(target))) leave();
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape") return;
    const page = document.activeElement?.closest("details");
    if (page && field.contains(page)) page.querySelector("summary")?.focus(); // what had the focus goes away
    leave();
  };
  document.addEventListener("focusin", check, watch);
  document.addEventListener("pointerdown", check, watch);
  document.addEventListener("keydown", press, watch);
  return () => end.abort();
}
