/** Opens and closes the attention over time, which stands under the curves. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import styles from "./FilmButton.module.css";

export function FilmButton(): ReactNode {
  const { t } = useTranslation("maps");
  const isOpen = useApp(({ view }) => view.open.includes("maps"));
  return (
    <Button
      look="quiet"
      className={styles.button}
      aria-expanded={isOpen}
      title={t("title")}
      onClick={() => student.openSection("maps", !isOpen)}
    >
      {t("button")}
    </Button>
  );
}
