/** The page: its frame, and where its parts stand. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import styles from "./App.module.css";
import { Setup } from "./setup/Setup";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Header } from "./shell/Header";
import { Notice } from "./shell/Notice";
import { Status } from "./shell/Status";
import { useDocument } from "./shell/useDocument";
import { useHeight } from "./shell/useHeight";
import { Stage } from "./stage/Stage";
import "./theme.css";
import { Training } from "./training/Training";
import { TrainingBar } from "./training/TrainingBar";

// Beside the map or below the first screen: the map need not wait for them.
const StepPanel = lazy(async () => ({ default: (await import("./step/StepPanel")).StepPanel }));
const MoreSettings = lazy(async () => ({
  default: (await import("./setup/MoreSettings")).MoreSettings,
}));
const Evaluation = lazy(async () => ({
  default: (await import("./evaluation/Evaluation")).Evaluation,
}));

export function App() {
  const { t } = useTranslation("app");
  useDocument();
  const stage = useHeight();
  const step = useHeight();
  return (
    <>
      <a className={styles.skip} href="#stage">
        {t("skip.stage")}
      </a>
      <a className={styles.skip} href="#training">
        {t("skip.training")}
      </a>
      <a className={styles.skip} href="#setup">
        {t("skip.setup")}
      </a>
      <Header />
      <main>
        <Notice />
        <Status />
        <div className={styles.grid}>
          {/* Read and stacked in this order; wide screens have columns. */}
          <div ref={stage} className={styles.stage}>
            <ErrorBoundary>
              <Stage />
            </ErrorBoundary>
          </div>
          <div ref={step} className={styles.step}>
            <ErrorBoundary>
              <Suspense fallback={null}>
                <StepPanel />
              </Suspense>
            </ErrorBoundary>
          </div>
          <div id="training" className={styles.training} tabIndex={-1}>
            <ErrorBoundary>
              <Training />
            </ErrorBoundary>
          </div>
          <div id="setup" className={styles.setup} tabIndex={-1}>
            <ErrorBoundary>
              <Setup />
            </ErrorBoundary>
          </div>
          <div className={styles.more}>
            <ErrorBoundary>
              <Suspense fallback={null}>
                <MoreSettings />
              </Suspense>
            </ErrorBoundary>
          </div>
        </div>
        <div className={styles.below}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <Evaluation />
            </Suspense>
          </ErrorBoundary>
        </div>
        <TrainingBar />
      </main>
    </>
  );
}
