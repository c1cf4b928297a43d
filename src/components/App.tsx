/** The page: its frame and the places of its parts. */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FocusTarget } from "../places";
import styles from "./App.module.css";
import { Setup } from "./setup/Setup";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Header } from "./shell/Header";
import { latePart } from "./shell/latePart";
import { LinkNotice } from "./shell/LinkNotice";
import { Notice } from "./shell/Notice";
import { Status } from "./shell/Status";
import { useDocument } from "./shell/useDocument";
import { useHeight } from "./shell/useHeight";
import { ShownNumbers } from "./player/ShownNumbers";
import { Stage } from "./player/Stage";
import { useApp } from "../state/store";
import "./theme.css";
import { TrainingBar } from "./training/TrainingBar";

// These parts are beside the map or below the first screen, so the map does not wait for them.
const StepPanel = latePart(async () => (await import("./player/ShownStepPanel")).ShownStepPanel);
const Lesson = latePart(async () => (await import("./lesson/Lesson")).Lesson);
const Training = latePart(async () => (await import("./training/Training")).Training);
const MoreSettings = latePart(async () => (await import("./setup/MoreSettings")).MoreSettings);
const Evaluation = latePart(async () => (await import("./evaluation/Evaluation")).Evaluation);

export function App() {
  useDocument();
  const isLearning = useApp(({ view }) => view.mode === "learn");
  const stage = useHeight();
  const step = useHeight();
  return (
    <>
      <SkipLinks />
      <Header />
      <main>
        <LinkNotice />
        <Notice />
        <Status />
        <div className={styles.grid}>
          {/* Reading and stacking follow this order; wide screens have columns. */}
          <ShownNumbers>
            <div ref={stage} className={styles.stage}>
              <Part>
                <Stage />
              </Part>
            </div>
            <div ref={step} className={styles.step} data-place="step">
              <Part>
                <StepPanel />
              </Part>
            </div>
          </ShownNumbers>
          <div id={"training" satisfies FocusTarget} className={styles.training} tabIndex={-1}>
            <Part>
              <Training />
            </Part>
          </div>
          <div id={"setup" satisfies FocusTarget} className={styles.setup} tabIndex={-1}>
            <Part>{isLearning ? <Lesson /> : <Setup />}</Part>
          </div>
          <div className={styles.more} data-place="settings">
            <Part>
              <MoreSettings />
            </Part>
          </div>
        </div>
        <div className={styles.below} data-place="results">
          <Part>
            <Evaluation />
          </Part>
        </div>
        <TrainingBar />
      </main>
    </>
  );
}

/** A part of the page that can fail or load late without the others. */
function Part({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function SkipLinks() {
  const { t } = useTranslation("app");
  return (["stage", "training", "setup"] as const satisfies readonly FocusTarget[]).map((place) => (
    <a key={place} className={styles.skip} href={`#${place}`}>
      {t(`skip.${place}`)}
    </a>
  ));
}
