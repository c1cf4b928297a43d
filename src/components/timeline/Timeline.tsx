/** The timeline along the bottom of the page: buttons that train, one plot with one playhead, and readings. */
import { Suspense, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { useComparing } from "../useComparing";
import { Controls } from "./Controls";
import { History } from "./History";
import { Readings } from "./Readings";
import styles from "./Timeline.module.css";

const ComparedCurves = latePart(
  async () => (await import("../compare/ComparedCurves")).ComparedCurves,
);
const ComparedReadings = latePart(
  async () => (await import("../compare/ComparedReadings")).ComparedReadings,
);
const AttentionFilm = latePart(async () => (await import("../maps/AttentionFilm")).AttentionFilm);

export function Timeline() {
  const { t } = useTranslation("training");
  const heading = useId();
  const hasMaps = useApp(({ view }) => view.open.includes("maps"));
  const isComparing = useComparing();
  return (
    <section aria-labelledby={heading}>
      <div className={styles.timeline}>
        <h2 id={heading} className="visually-hidden">
          {t("title")}
        </h2>
        <Controls />
        <ErrorBoundary>
          <Suspense fallback={<span />}>{isComparing ? <ComparedCurves /> : <History />}</Suspense>
        </ErrorBoundary>
        <Suspense fallback={null}>{isComparing ? <ComparedReadings /> : <Readings />}</Suspense>
      </div>
      {hasMaps && (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <AttentionFilm />
          </Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
}
