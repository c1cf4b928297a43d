/** Accuracy by position of the right answer: a chart for the eye, a table for exact reading, and what counts. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { PositionScore } from "../../engine/results/scoreReport";
import { accuracyOf, firstErrorsOf, largestLead } from "../../vis/charts/positionChart";
import { useFormat } from "../primitives/useFormat";
import { useSection } from "../useSection";
import { ForcedMark, FreeMark, Hatch } from "./positionMarks";
import { PositionPlot } from "./PositionPlot";
import styles from "./Positions.module.css";

interface PositionsProps {
  readonly scores: readonly PositionScore[];
}

export function Positions({ scores }: PositionsProps): ReactNode {
  const { t } = useTranslation("evaluation");
  const heading = useId();
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t("positions.title")} <span className={styles.unit}>{t("positions.unit")}</span>
      </h3>
      <PositionPlot scores={scores} />
      <Key />
      <p className={styles.remark}>{useStatements(scores).join(" ")}</p>
      <p className={styles.remark}>{t("positions.definition")}</p>
      <PositionTable scores={scores} />
    </figure>
  );
}

function Key(): ReactNode {
  const { t } = useTranslation("evaluation");
  const hatch = useId();
  const samples = {
    free: <FreeMark x={10} y={8} />,
    forced: <ForcedMark x={10} y={8} />,
    errors: (
      <rect className={styles.bar} x="3" y="1" width="14" height="14" fill={`url(#${hatch})`} />
    ),
  };
  return (
    <p className={styles.key}>
      {(["free", "forced", "errors"] as const).map((part) => (
        <span key={part} className={styles.entry}>
          <svg width="20" height="16" aria-hidden="true">
            {part === "errors" && <Hatch id={hatch} />}
            {samples[part]}
          </svg>
          {t(`positions.${part}`)}
        </span>
      ))}
    </p>
  );
}

/** What the scores of this model say, in words. */
function useStatements(scores: readonly PositionScore[]): string[] {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const errors = firstErrorsOf(scores);
  const lead = largestLead(scores);
  if (!errors) return [t("positions.allRight")];
  const { wrong, at } = errors;
  const counted = t("positions.wrong", {
    wrong,
    count: at.firstErrors,
    position: at.position,
  });
  if (!lead) return [counted, t("positions.noLead")];
  const { free, forced } = accuracyOf(lead);
  const gap = t("positions.lead", {
    position: lead.position,
    free: format.percent(free),
    forced: format.percent(forced),
  });
  return [counted, gap, t("positions.why")];
}

function PositionTable({ scores }: PositionsProps): ReactNode {
  const { t } = useTranslation("evaluation");
  const details = useSection("positions");
  return (
    <details {...details} className={styles.details}>
      <summary>{t("lengths.table")}</summary>
      {details.open && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        <section className={styles.scroller} tabIndex={0} aria-label={t("positions.scroller")}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t("positions.title")}</caption>
            <thead>
              <tr>
                {(["position", "examples", "free", "forced", "errors"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`positions.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scores.map((score) => (
                <Row key={score.position} {...score} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function Row(score: PositionScore): ReactNode {
  const format = useFormat();
  const { free, forced } = accuracyOf(score);
  return (
    <tr>
      <th scope="row">{score.position}</th>
      <td>{format.number(score.examples)}</td>
      <td>{format.percent(free)}</td>
      <td>{format.percent(forced)}</td>
      <td>{format.number(score.firstErrors)}</td>
    </tr>
  );
}
