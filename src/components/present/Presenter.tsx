/** The presentation: its keys, and a slim bar in place of the header that opens panels and leaves. */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { PanelBar } from "../shell/PanelBar";
import { AlonePanels } from "./AlonePanels";
import { present } from "./present";
import styles from "./Presenter.module.css";
import { usePresenterKeys } from "./presenterKeys";

export function Presenter(): ReactNode {
  usePresenterKeys();
  const isPresenting = useApp(({ view }) => view.isPresenting);
  return isPresenting && <Bar />;
}

function Bar(): ReactNode {
  const { t } = useTranslation("app");
  const isAlone = useApp(({ lesson }) => lesson.alone !== null);
  return (
    <header className={styles.bar} aria-label={t("present.label")}>
      <h1 className="visually-hidden">{t("title")}</h1>
      {isAlone ? (
        <Suspense fallback={null}>
          <AlonePanels />
        </Suspense>
      ) : (
        <>
          <div className={styles.panels}>
            <PanelBar />
          </div>
          <p className={styles.keys}>{t("present.keys")}</p>
        </>
      )}
      <Button onClick={() => present(false)}>{t("present.leave")}</Button>
    </header>
  );
}
