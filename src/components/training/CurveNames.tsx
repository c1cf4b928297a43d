/** The names of the curves above their panels, each with a sample of its line, and the data of the measurement. */
import { useTranslation } from "react-i18next";
import { useHeldOutCount } from "../evaluation/useHeldOutCount";
import styles from "./Curves.module.css";
import { useThrottledRun } from "../useLane";

export function LossNames() {
  const { t } = useTranslation("training");
  return (
    <p className={styles.names}>
      <span className={styles.name}>{t("curves.loss")}</span>
      <span className={styles.unit}>{t("curves.lossUnit")}</span>
    </p>
  );
}

export function ShareNames() {
  const { t } = useTranslation("training");
  const { write } = useHeldOutCount();
  const examples = useThrottledRun((run) => run.evaluations.at(-1)?.examples ?? null);
  return (
    <div className={styles.shareNames}>
      <p className={styles.names}>
        <span className={styles.matchName}>
          <svg width="16" height="8" aria-hidden="true">
            <path className={styles.match} d="M0 4H16" />
            <circle className={styles.dot} cx="8" cy="4" r="2.5" />
          </svg>
          {t("curves.match")}
        </span>
        <span className={styles.tokensName}>
          <svg width="16" height="8" aria-hidden="true">
            <path className={styles.tokens} d="M0 4H16" />
          </svg>
          {t("curves.tokens")}
        </span>
      </p>
      {examples !== null && (
        <p className={styles.names}>
          <span className={styles.unit}>
            {t("curves.shareUnit", { examples: write(examples) })}
          </span>
        </p>
      )}
    </div>
  );
}
