/** Right tokens by position, fed the truth and fed own answers: two lines, two bands over training, and a table. */
import { type ReactNode, useId } from "react";
import type { ExposureMoment, ExposureReport } from "../../engine/results/exposure";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { accuracyOf, ENOUGH, largestLead } from "../../vis/charts/positionChart";
import { ForcedMark, FreeMark } from "../evaluation/positionMarks";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import { useRun } from "../useLane";
import { BandsPlot } from "./BandsPlot";
import styles from "./Exposure.module.css";
import { GapPlot } from "./GapPlot";
import { ExposureTable } from "./ExposureTable";
import { useExposureTexts } from "./useExposureTexts";

export function Gap({ report }: { readonly report: ExposureReport }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const heading = useId();
  const { moments } = report;
  const chosen = useApp(({ view }) => view.exposureAt) ?? report.step;
  const moment = moments.find(({ step }) => step === chosen) ?? moments.at(-1);
  if (!moment) return null;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.subtitle}>
        {t("gap.title", { step: format.number(moment.step) })}{" "}
        <span className={styles.unit}>{t("gap.unit")}</span>
      </h3>
      <GapSentence {...moment} />
      <GapPlot scores={moment.byPosition} />
      <Key />
      <Bands moments={moments} shown={moment} />
      <GapTable moment={moment} />
      <p className={styles.remark}>{t("only")}</p>
    </figure>
  );
}

/** What the numbers of the shown update say, in words. */
function GapSentence({ byPosition }: ExposureMoment): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const lead = largestLead(byPosition);
  if (!lead) return <p className={styles.sentence}>{t("gap.noLead", { enough: ENOUGH })}</p>;
  const { free, forced } = accuracyOf(lead);
  return (
    <p className={styles.sentence}>
      {t("gap.lead", {
        position: lead.position,
        examples: format.number(lead.examples),
        free: format.percent(free),
        forced: format.percent(forced),
      })}
    </p>
  );
}

function Key(): ReactNode {
  const { t } = useExposureTexts();
  const samples = {
    forced: <ForcedMark x={10} y={8} />,
    free: <FreeMark x={10} y={8} />,
    between: <rect className={styles.gap} x="1" y="3" width="18" height="10" />,
  };
  return (
    <p className={styles.key}>
      {(["forced", "free", "between"] as const).map((part) => (
        <span key={part} className={styles.entry}>
          <svg width="20" height="16" aria-hidden="true">
            {samples[part]}
          </svg>
          {t(`gap.${part}`)}
        </span>
      ))}
    </p>
  );
}

interface BandsProps {
  readonly moments: readonly ExposureMoment[];
  readonly shown: ExposureMoment;
}

/** The measured updates, and the choice of the one whose lines are drawn. */
function Bands({ moments, shown }: BandsProps): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const isKept = useRun(({ snapshots }) => snapshots.length > 0);
  if (moments.length < 2)
    return <p className={styles.remark}>{t(isKept ? "bands.early" : "bands.none")}</p>;
  const stepAt = (index: number): number => moments[index]?.step ?? shown.step;
  const isLast = (index: number): boolean => index === moments.length - 1;
  const choose = (index: number): void =>
    student.showExposureAt(isLast(index) ? null : stepAt(index));
  return (
    <>
      <h4 className={styles.subtitle}>
        {t("bands.title")} <span className={styles.unit}>{t("bands.unit")}</span>
      </h4>
      <BandsPlot moments={moments} shown={shown.step} />
      <div className={styles.control}>
        <Slider
          label={t("gap.choose")}
          value={moments.indexOf(shown)}
          min={0}
          max={moments.length - 1}
          step={1}
          write={(index) => format.number(stepAt(index))}
          onCommit={choose}
          onMove={choose}
        />
      </div>
    </>
  );
}

function GapTable({ moment }: { readonly moment: ExposureMoment }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const rows = moment.byPosition.map((score) => {
    const { free, forced } = accuracyOf(score);
    const { position, examples, forcedRight, freeRight } = score;
    return {
      head: String(position),
      cells: [
        format.number(examples),
        `${format.percent(forced)} (${format.number(forcedRight)})`,
        `${format.percent(free)} (${format.number(freeRight)})`,
      ],
    };
  });
  return (
    <ExposureTable
      section="exposure"
      caption={t("gap.title", { step: format.number(moment.step) })}
      scroller={t("gap.scroller")}
      columns={[t("gap.position"), t("gap.examples"), t("gap.forced"), t("gap.free")]}
      rows={rows}
    />
  );
}
