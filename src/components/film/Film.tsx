/** Over the stage while the opening film runs: which update its picture is of, and the way to the end. */
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { page, student } from "../../state/actions/acts";
import { shownFrame } from "../../state/slices/film";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import styles from "./Film.module.css";

/** Escape ends the film wherever the focus is. */
function useEscape(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") student.skipOpening();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isRunning]);
}

/** Ends the film when the page becomes hidden. */
function useEndWhileHidden(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const onHidden = (): void => {
      if (document.hidden) page.skipOpening();
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => document.removeEventListener("visibilitychange", onHidden);
  }, [isRunning]);
}

export function Film(): ReactNode {
  const { t } = useTranslation("lessons");
  const frame = useApp(({ film }) => shownFrame(film));
  useEscape(frame !== null);
  useEndWhileHidden(frame !== null);
  if (!frame) return null;
  return (
    <div className={styles.film}>
      <span className={styles.update}>{t("film.update", { update: frame.update })}</span>
      {frame.trace.show.feeding === "truth" && <span className={styles.fed}>{t("film.fed")}</span>}
      <Button look="plain" className={styles.skip} onClick={student.skipOpening}>
        {t("film.skip")}
      </Button>
    </div>
  );
}
