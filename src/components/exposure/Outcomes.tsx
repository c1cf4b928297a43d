/** What became of the answers after the wrong token: one bar in three parts, each with its count. */
import type { ReactNode } from "react";
import type { InjectionScore } from "../../engine/results/exposure";
import { useFormat } from "../primitives/useFormat";
import styles from "./Outcomes.module.css";
import { useExposureTexts } from "./useExposureTexts";

const OUTCOMES = ["atOnce", "later", "never"] as const;

export function Outcomes({ score }: { readonly score: InjectionScore }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  return (
    <div className={styles.outcomes}>
      <div className={styles.bar} aria-hidden="true">
        {OUTCOMES.map((outcome) => (
          <span key={outcome} className={styles[outcome]} style={{ flexGrow: score[outcome] }} />
        ))}
      </div>
      <ul className={styles.list} aria-label={t("injection.outcomes.label")}>
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <span className={`${styles.swatch} ${styles[outcome]}`} aria-hidden="true" />
            {t("injection.outcomes.counted", {
              outcome: t(`injection.outcomes.${outcome}`),
              count: score[outcome],
              share: format.percent(score[outcome] / score.examples),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
