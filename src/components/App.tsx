/** The page: its frame, and where its parts stand. */
import { useTranslation } from "react-i18next";
import styles from "./App.module.css";
import { Setup } from "./setup/Setup";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Header } from "./shell/Header";
import { Notice } from "./shell/Notice";
import { Status } from "./shell/Status";
import { useDocument } from "./shell/useDocument";
import { Stage } from "./stage/Stage";
import { StepPanel } from "./step/StepPanel";
import "./theme.css";
import { Training } from "./training/Training";

export function App() {
  const { t } = useTranslation("app");
  useDocument();
  return (
    <>
      <a className={styles.skip} href="#stage">
        {t("skip.stage")}
      </a>
      <a className={styles.skip} href="#training">
        {t("skip.training")}
      </a>
      <Header />
      <main>
        <Notice />
        <Status />
        <div className={styles.grid}>
          {/* Read and stacked in this order; on wide screens the controls stand at the left. */}
          <div id="stage" className={styles.stage} tabIndex={-1}>
            <ErrorBoundary>
              <Stage />
            </ErrorBoundary>
          </div>
          <div className={styles.step}>
            <ErrorBoundary>
              <StepPanel />
            </ErrorBoundary>
          </div>
          <div id="training" className={styles.controls} tabIndex={-1}>
            <ErrorBoundary>
              <Training />
            </ErrorBoundary>
            <ErrorBoundary>
              <Setup />
            </ErrorBoundary>
          </div>
        </div>
      </main>
    </>
  );
}
