/** The attention map of a lesson's scene as a table for paper: with its weights, or empty for a class to fill in. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { spelled } from "../../vis/layout/spelled";
import { shortWeight } from "../../vis/format";
import styles from "./ScenePicture.module.css";

interface ScenePictureProps {
  readonly trace: Trace;
  readonly isFilled: boolean;
}

/** A model without attention has no map. */
export function ScenePicture({ trace, isFilled }: ScenePictureProps): ReactNode {
  const { t } = useTranslation("teacher");
  if (trace.shape.attention === "none") return null;
  return (
    <figure className={styles.picture}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={t("handout.map")}>
        <table>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t("handout.rows")}
              </th>
              {trace.source.map((token, i) => (
                <th key={i} scope="col">
                  {spelled(token)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trace.steps.map((step, i) => (
              <Row key={i} row={i} step={step} columns={trace.source.length} isFilled={isFilled} />
            ))}
          </tbody>
        </table>
      </section>
      <figcaption>{t(isFilled ? "handout.picture" : "handout.toFill")}</figcaption>
    </figure>
  );
}

interface RowProps {
  readonly row: number;
  readonly step: DecoderStep;
  readonly columns: number;
  readonly isFilled: boolean;
}

function Row({ row, step, columns, isFilled }: RowProps): ReactNode {
  const weights = [...(step.attention?.weights ?? [])].slice(0, columns);
  return (
    <tr>
      <td className={styles.number}>{row + 1}</td>
      <th scope="row">{spelled(step.chosen)}</th>
      {weights.map((weight, i) => (
        <td key={i} style={{ "--share": isFilled ? weight.toFixed(2) : 0 } as object}>
          {isFilled && shortWeight(weight)}
        </td>
      ))}
    </tr>
  );
}
