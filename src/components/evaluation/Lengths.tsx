/** Exact match by source length: bars for the eye, a table for exact reading. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LengthScore } from "../../engine/scoreReport";
import { fallsBeyondTraining } from "../../vis/lengthChart";
import { useFormat } from "../primitives/useFormat";
import { LengthPlot } from "./LengthPlot";
import styles from "./Lengths.module.css";

interface LengthsProps {
  readonly scores: readonly LengthScore[];
}

export function Lengths({ scores }: LengthsProps) {
  const { t } = useTranslation("evaluation");
  const heading = useId();
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
        {!hasUnseen && t("lengths.none")}
        {fallsBeyondTraining(scores) && t("lengths.falls")}
      </p>
      <LengthTable scores={scores} />
    </figure>
  );
}

function LengthTable({ scores }: LengthsProps) {
  const { t } = useTranslation("evaluation");
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.details}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t("lengths.table")}</summary>
      {isOpen && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
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
