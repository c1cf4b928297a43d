/**
 * An explanation of a setting, which opens from beside the label. It lies over the page in the browser's top layer, so
 * that nothing below moves and no panel cuts it. It stays open while the student uses the setting, until the task
 * changes. Its content is rendered only while it is open.
 */
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { page } from "../../state/actions/acts";
import type { SectionId } from "../../state/slices/sections";
import { useLane } from "../useLane";
import { useSection } from "../useSection";
import { placeBeside } from "./placeBeside";
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
  const layer = useTopLayer(isOpen);
  useCloseWithTask(section, isOpen);
  return (
    <details {...folded} ref={details} className={styles.fold}>
      <summary aria-label={t("partOf", { part: summary, field: name })}>{summary}</summary>
      <div ref={layer} popover="manual" className={styles.page}>
        {isOpen && children}
      </div>
    </details>
  );
}

/** Shows the element in the top layer while open, and keeps it beside its field while the panel scrolls. */
function useTopLayer(isOpen: boolean): RefObject<HTMLDivElement | null> {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = layer.current;
    const field = box?.closest("[data-field]");
    if (!isOpen || !box || !field) return undefined;
    const end = new AbortController();
    const watch = { signal: end.signal, capture: true };
    const place = (): void => placeBeside(box, field);
    box.showPopover();
    place();
    document.addEventListener("scroll", place, watch);
    window.addEventListener("resize", place, watch);
    return () => {
      end.abort();
      if (box.isConnected) box.hidePopover();
    };
  }, [isOpen]);
  return layer;
}

/** An open explanation of one task would become that of another. */
function useCloseWithTask(section: SectionId, isOpen: boolean): void {
  const task = useLane(({ config }) => config.task);
  const last = useRef(task);
  useEffect(() => {
    if (last.current === task) return;
    last.current = task;
    if (isOpen) page.openSection(section, false);
  }, [task, section, isOpen]);
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
