/** Starts the presentation: the page for a projector. The button disappears with it, so the focus moves first. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { moveFocusThen } from "../focusPlace";
import styles from "../shell/Header.module.css";

export function PresentButton(): ReactNode {
  const { t } = useTranslation("app");
  return (
    <button
      type="button"
      className={styles.wide}
      title={t("present.hint")}
      onClick={() => moveFocusThen("stage", () => student.present(true))}
    >
      {t("present.start")}
    </button>
  );
}
