/** What the page has for recurrent networks alone. It stands where a student looks for it. */
import type { ReactNode } from "react";
import styles from "./LookDetail.module.css";
import { useTransformerTexts } from "./useTransformerTexts";

export function Without(): ReactNode {
  const { t } = useTransformerTexts();
  return <p className={styles.note}>{t("without")}</p>;
}
