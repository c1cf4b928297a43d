/**
 * An explanation of a setting, which opens from beside the label. It lies over the page, so that nothing below moves,
 * and stays open while the student uses the setting. Its content is rendered only while it is open.
 */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { page } from "../../state/actions/acts";
import type { SectionId } from "../../state/slices/sections";
import { useSection } from "../useSection";
import styles from "./Fold.module.css";

interface FoldProps {
  readonly section: SectionId;
  readonly summary: string;
  /** The setting that it explains, since two explanations can have the same summary. */
  readonly field: string;
  readonly children: ReactNode;
}

export function Fold({ section, summary, field: name, children }: FoldProps) {
  const { t } = useTranslation("setup");
  const details = useRef<HTMLDetailsElement>(null);
  const folded = useSection(section);
  const isOpen = folded.open;
  useEffect(() => {
    const field = details.current?.closest("[data-field]");
    if (!isOpen || !field) return undefined;
    return onLeave(field, () => page.openSection(section, false));
  }, [section, isOpen]);
  return (
    <details {...folded} ref={details} className={styles.fold}>
      <summary aria-label={t("partOf", { part: summary, field: name })}>{summary}</summary>
      <div className={styles.page}>{isOpen && children}</div>
    </details>
  );
}

/** Calls back when focus or pointer leave the field, or on Escape; returns the function that stops watching. */
function onLeave(field: Element, leave: () => void): () => void {
  const end = new AbortController();
  const watch = { signal: end.signal };
  const check = ({ target }: Event): void => {
    if (!(target instanceof Node && field.contains(target))) leave();
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape") return;
    const details = document.activeElement?.closest("details");
    if (details && field.contains(details)) details.querySelector("summary")?.focus(); // the focused element disappears
    leave();
  };
  document.addEventListener("focusin", check, watch);
  document.addEventListener("pointerdown", check, watch);
  document.addEventListener("keydown", press, watch);
  return () => end.abort();
}
