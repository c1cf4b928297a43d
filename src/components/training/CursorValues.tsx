/** The values under the cursor, and how exactly the line shows them. */
import { useTranslation } from "react-i18next";
import { useLane, useThrottledRun } from "../useLane";
import { bucketSize } from "../../vis/charts/curves";
import styles from "./Curves.module.css";
import { useCursorText, type StepValues } from "./useCursorText";

interface CursorValuesProps {
  readonly step: number;
  readonly reading: StepValues;
  readonly isEmpty: boolean;
}

export function CursorValues({ step, reading, isEmpty }: CursorValuesProps) {
  const { t } = useTranslation("training");
  const size = useThrottledRun((run) => bucketSize(run.losses.count));
  const canReplay = useLane(({ run }) => run.info !== null && run.info.weights !== "baked");
  const { first, second, third } = useCursorText(step, reading);
  return (
    <div className={styles.reading}>
      <output aria-label={t("curves.reading")} aria-live="off">
        {!isEmpty && (
          <>
            <span className={styles.first}>{first}</span>
            <span>{second}</span>
            {third !== null && <span>{third}</span>}
          </>
        )}
      </output>
      {isEmpty && <p>{t("curves.hint")}</p>}
      {!isEmpty && canReplay && <p className={styles.remark}>{t("curves.readsOnly")}</p>}
      {!isEmpty && size > 1 && <p className={styles.remark}>{t("curves.bucket", { size })}</p>}
    </div>
  );
}
