/** Stands in place of what would give the answer to a lesson's question away. */
import type { ReactNode } from "react";
import styles from "./Alone.module.css";
import { useAloneTexts } from "./useAloneTexts";

export function Covered(): ReactNode {
  const { t } = useAloneTexts();
  return <p className={styles.covered}>{t("covered")}</p>;
}
