/** The mode Compare before it exists: what it will be, in one card. */
import { useTranslation } from "../../i18n/useTranslation";
import { Card } from "../primitives/Card";
import styles from "./ComingCompare.module.css";

export function ComingCompare() {
  const { t } = useTranslation("app");
  return (
    <Card title={t("compare.title")}>
      <p className={styles.text}>{t("compare.what")}</p>
      <p className={styles.text}>{t("compare.yet")}</p>
    </Card>
  );
}
