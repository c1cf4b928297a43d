/** The presentation: its keys, and a slim bar in place of the header that opens panels and leaves. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { PanelBar } from "../shell/PanelBar";
import styles from "./Presenter.module.css";
import { usePresenterKeys } from "./presenterKeys";

export function Presenter(): ReactNode {
  usePresenterKeys();
  const isPresenting = useApp(({ view }) => view.isPresenting);
  return isPresenting && <Bar />;
}

function Bar(): ReactNode {
  const { t } = useTranslation("app");
  return (
    <header className={styles.bar} aria-label={t("present.label")}>
      <h1 className="visually-hidden">{t("title")}</h1>
      <div className={styles.panels}>
        <PanelBar />
      </div>
      <p className={styles.keys}>{t("present.keys")}</p>
      <Button onClick={() => moveFocusThen("stage", () => student.present(false))}>
        {t("present.leave")}
      </Button>
    </header>
  );
}
