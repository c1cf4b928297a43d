/** Exact match by source length: bars for the eye, a table for exact reading. */
import { useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LengthScore } from "../../engine/results/scoreReport";
import { fallsBeyondTraining, fallsWithinTraining } from "../../vis/charts/lengthChart";
import { useFormat } from "../primitives/useFormat";
import { useSection } from "../useSection";
import { LengthPlot } from "./LengthPlot";
import styles from "./Lengths.module.css";

interface LengthsProps {
  readonly scores: readonly LengthScore[];
}

interface Judged extends LengthsProps {
  readonly attends: boolean; // whether the model has attention
}

export function Lengths({ scores, attends }: Judged) {
  const { t } = useTranslation("evaluation");
  const heading = useId();
  const trend = trendOf(scores, attends);
  const hasUnseen = scores.some(({ isSeen }) => !isSeen);
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t("lengths.title")} <span className={styles.unit}>{t("lengths.unit")}</span>
      </h3>
      <LengthPlot scores={scores} />
      <p className={styles.key}>
        <span className={styles.seenKey}>{t("lengths.seen")}</span>
        {hasUnseen && <span className={styles.unseenKey}>{t("lengths.unseen")}</span>}
      </p>
      <p className={styles.remark}>
        {!hasUnseen && `${t("lengths.none")} `}
        {trend && t(`lengths.${trend}`)}
      </p>
      <LengthTable scores={scores} />
    </figure>
  );
}

/** The key of the text that describes the bars' trend; null where they have no trend. */
function trendOf(scores: readonly LengthScore[], attends: boolean) {
  if (!attends && fallsWithinTraining(scores)) return "fallsPlain";
  if (!fallsBeyondTraining(scores)) return null;
  return attends ? "falls" : "fallsPlainBeyond";
}

function LengthTable({ scores }: LengthsProps) {
  const { t } = useTranslation("evaluation");
  const details = useSection("lengths");
  return (
    <details {...details} className={styles.details}>
      <summary>{t("lengths.table")}</summary>
      {details.open && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        <section className={styles.scroller} tabIndex={0} aria-label={t("lengths.scroller")}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t("lengths.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("lengths.columns.length")}</th>
                <th scope="col">{t("lengths.columns.match")}</th>
                <th scope="col">{t("lengths.columns.count")}</th>
                <th scope="col">{t("lengths.columns.kind")}</th>
              </tr>
            </thead>
            <tbody>
              {scores.map((score) => (
                <Row key={score.length} {...score} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function Row({ length, matches, examples, isSeen }: LengthScore) {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{length}</th>
      <td>{format.percent(matches / examples)}</td>
      <td>{t("lengths.count", { matches, examples })}</td>
      <td>{isSeen ? t("lengths.yes") : t("lengths.no")}</td>
    </tr>
  );
}
