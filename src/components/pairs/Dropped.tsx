/** How many pairs the worker left out, and why. */
import { useTranslation } from "../../i18n/useTranslation";
import type { DroppedPairs } from "../../engine/corpus/report";
import { useFormat } from "../primitives/useFormat";
import styles from "./Preview.module.css";

const REASONS = ["oneColumn", "emptySide", "tooLong", "duplicate", "overLimit"] as const;

export function Dropped({ dropped }: { readonly dropped: DroppedPairs }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const found = REASONS.filter((reason) => dropped[reason] > 0);
  if (found.length === 0) return <p className={styles.remark}>{t("preview.noneDropped")}</p>;
  const total = found.reduce((sum, reason) => sum + dropped[reason], 0);
  return (
    <>
      <p className={styles.remark}>{t("preview.dropped", { total: format.number(total) })}</p>
      <ul className={styles.reasons}>
        {found.map((reason) => (
          <li key={reason}>
            <b>{format.number(dropped[reason])}</b> {t(`preview.reasons.${reason}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
