/** Opens the dialog in which figures, tables and the link leave the page. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import styles from "./Header.module.css";
import { TakeAwayIcon } from "./icons";

export function TakeAwayButton() {
  const { t } = useTranslation("app");
  return (
    <button
      type="button"
      data-place="take-away"
      className={styles.tool}
      aria-haspopup="dialog"
      onClick={() => student.takeAway(true)}
    >
      <TakeAwayIcon />
      <span className={styles.word}>{t("takeAway")}</span>
    </button>
  );
}
