/** A wrong token in many answers at once, at a position that the student chooses: how often the rest recovers. */
import { type ReactNode, useId } from "react";
import type { InjectionScore } from "../../engine/results/exposure";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./Exposure.module.css";
import { ExposureTable } from "./ExposureTable";
import { Outcomes } from "./Outcomes";
import { RecoveryKey, RecoveryPlot } from "./RecoveryPlot";
import { useExposureTexts } from "./useExposureTexts";

interface InjectionProps {
  readonly injections: readonly InjectionScore[]; // by position, from 1; at least one
}

export function Injection({ injections }: InjectionProps): ReactNode {
  const { t } = useExposureTexts();
  const heading = useId();
  const wanted = useApp(({ view }) => view.injectedAt);
  const score = injections[Math.min(wanted, injections.length) - 1];
  if (!score) return null;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.subtitle}>
        {t("injection.title")} <span className={styles.unit}>{t("injection.unit")}</span>
      </h3>
      <div className={styles.control}>
        <Slider
          label={t("injection.position")}
          value={score.position}
          min={1}
          max={injections.length}
          step={1}
          write={String}
          onCommit={student.injectAt}
          onMove={student.injectAt}
        />
      </div>
      <Sentence {...score} />
      <Outcomes score={score} />
      <h4 className={styles.subtitle}>
        {t("injection.chart")} <span className={styles.unit}>{t("injection.chartUnit")}</span>
      </h4>
      <RecoveryPlot after={score.after} />
      <RecoveryKey />
      <RecoveryTable score={score} />
    </figure>
  );
}

interface ScoreProps {
  readonly score: InjectionScore;
}

/** What the counts say, in words: beside the same answers without the wrong token. */
function Sentence({ position, examples, after, atOnce }: InjectionScore): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const untouched = after[0]?.recoveredUntouched ?? 0;
  return (
    <p className={styles.sentence}>
      {t("injection.sentence", {
        position,
        examples: format.number(examples),
        atOnce: format.number(atOnce),
        share: format.percent(atOnce / examples),
        untouched: format.number(untouched),
        untouchedShare: format.percent(untouched / examples),
      })}
    </p>
  );
}

function RecoveryTable({ score: { after } }: ScoreProps): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const rows = after.map(({ distance, examples, right, recovered, rightUntouched }) => ({
    head: `+${distance}`,
    cells: [
      format.number(examples),
      ...[right, recovered, rightUntouched].map(
        (count) => `${format.percent(count / examples)} (${format.number(count)})`,
      ),
    ],
  }));
  const columns = (["right", "recovered", "untouched"] as const).map((column) =>
    t(`injection.columns.${column}`),
  );
  return (
    <ExposureTable
      section="recovery"
      caption={t("injection.chart")}
      scroller={t("injection.scroller")}
      columns={[t("injection.distance"), t("injection.examples"), ...columns]}
      rows={rows}
    />
  );
}
