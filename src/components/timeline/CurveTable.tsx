/** The evaluations as a table, an alternative to the plots. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Evaluation } from "../../engine/results/history";
import { valuesAtUpdate } from "../../vis/charts/curves";
import { useHeldOutCount } from "../evaluation/useHeldOutCount";
import { useFormat } from "../primitives/useFormat";
import { Prose } from "../primitives/Prose";
import { chanceOf } from "./chance";
import styles from "./CurveTable.module.css";
import { useRun } from "../useLane";
import { useSection } from "../useSection";

export function CurveTable() {
  const { t } = useTranslation("training");
  const details = useSection("curves");
  return (
    <details {...details} className={styles.details}>
      <summary>{t("curves.table")}</summary>
      {details.open && <Table />}
    </details>
  );
}

function Table() {
  const { t } = useTranslation("training");
  const evaluations = useRun((run) => run.evaluations);
  const { write, whySome } = useHeldOutCount();
  const format = useFormat();
  const vocabulary = useRun((run) => run.info?.targetTokens ?? 0);
  const newest = evaluations.at(-1);
  const hasHeldOut = evaluations.some(({ heldOutLoss }) => heldOutLoss !== undefined);
  const isAligned = evaluations.some(({ alignmentError }) => alignmentError !== null);
  const hasEntropy = evaluations.some(({ entropy }) => entropy);
  if (!newest) return <p>{t("curves.noEvaluation")}</p>;
  return (
    <>
      <p className={styles.caption}>
        <Prose>{t("curves.caption", { examples: write(newest.examples) })}</Prose>{" "}
        {whySome(newest.examples)}
        {hasHeldOut && ` ${t("curves.heldOutCaption")}`}
        {isAligned && <Prose>{` ${t("curves.alignmentCaption")}`}</Prose>}
        {hasEntropy && <Prose>{` ${t("curves.entropyCaption")}`}</Prose>}
        {vocabulary > 0 && ` ${t("curves.chanceMeaning", chanceOf(vocabulary, format))}`}
      </p>
      {/* Long runs have hundreds of rows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={t("curves.tableScroller")}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t("curves.tableCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("curves.update")}</th>
              <th scope="col">{t("curves.loss")}</th>
              {hasHeldOut && <th scope="col">{t("curves.heldOut")}</th>}
              <th scope="col">{t("curves.match")}</th>
              <th scope="col">{t("curves.tokens")}</th>
              {isAligned && <th scope="col">{t("curves.alignment")}</th>}
              {hasEntropy && <th scope="col">{t("curves.entropy")}</th>}
            </tr>
          </thead>
          <tbody>
            {evaluations.map((evaluation) => (
              <Row key={evaluation.step} {...{ evaluation, hasHeldOut, isAligned, hasEntropy }} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProps {
  readonly evaluation: Evaluation;
  /** Whether the table has a column for the held-out loss, one for the alignment, and one for the entropy. */
  readonly hasHeldOut: boolean;
  readonly isAligned: boolean;
  readonly hasEntropy: boolean;
}

function Row({ evaluation, hasHeldOut, isAligned, hasEntropy }: RowProps) {
  const format = useFormat();
  const loss = useRun(({ losses }) => {
    const point = valuesAtUpdate(losses.points, losses.count, [], evaluation.step).loss;
    return point?.step === evaluation.step ? point.loss : null;
  });
  return (
    <tr>
      <th scope="row">{format.number(evaluation.step)}</th>
      <td>{loss === null ? "–" : format.fixed(loss, 3)}</td>
      {hasHeldOut && (
        <td>
          {evaluation.heldOutLoss === undefined ? "–" : format.fixed(evaluation.heldOutLoss, 3)}
        </td>
      )}
      <td>{format.percent(evaluation.exactMatch)}</td>
      <td>{format.percent(evaluation.tokenAccuracy)}</td>
      {isAligned && (
        <td>
          {evaluation.alignmentError === null ? "–" : format.percent(evaluation.alignmentError)}
        </td>
      )}
      {hasEntropy && <td>{evaluation.entropy ? format.fixed(evaluation.entropy.mean, 2) : "–"}</td>}
    </tr>
  );
}
