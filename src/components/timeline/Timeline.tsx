/** The timeline along the bottom of the page: buttons that train, one plot with one playhead, and readings. */
import { useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { Controls } from "./Controls";
import { History } from "./History";
import { Readings } from "./Readings";
import styles from "./Timeline.module.css";

export function Timeline() {
  const { t } = useTranslation("training");
  const heading = useId();
  return (
    <section className={styles.timeline} aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {t("title")}
      </h2>
      <Controls />
      <ErrorBoundary>
        <History />
      </ErrorBoundary>
      <Readings />
    </section>
  );
}
