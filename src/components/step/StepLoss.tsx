/** The loss of the step for the right answer, and its relation to the step's input. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { readsMistakes } from "../../vis/facts/fedToken";
import { stepLoss, temperatureOf } from "../../vis/facts/probability";
import { superscript } from "../../vis/tex/symbols";
import { LEAST_WRITTEN_LOSS, writeLoss } from "../../vis/facts/writtenLoss";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import { Prose } from "../primitives/Prose";
import { useFormat } from "../primitives/useFormat";
import styles from "./NextToken.module.css";

export function StepLoss({ trace, index, step: { logits } }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const name = useTokenName();
  if (!trace.expected) return <p className={styles.note}>{t("loss.unknown")}</p>;
  const truth = trace.expected[index];
  if (!truth)
    return (
      <p className={styles.note}>
        <Prose>{t("loss.over")}</Prose>
      </p>
    );
  const count = logits.length;
  return (
    <div className={styles.note}>
      <Formula token={name(truth)} loss={stepLoss(logits, truth.id)} />
      <p>
        <Prose>{t("loss.text", { count, chance: format.fixed(Math.log(count), 2) })}</Prose>
      </p>
      {temperatureOf(trace) !== 1 && <p>{t("loss.temperature")}</p>}
      {readsMistakes(trace, index) && (
        <p>
          <Prose>{t("loss.mistakes")}</Prose>
        </p>
      )}
      {trace.show.feeding === "truth" && <p>{t("loss.forcing")}</p>}
    </div>
  );
}

interface FormulaProps {
  readonly token: string;
  readonly loss: number;
}

/** The loss from the written probability. Screen readers skip superscripts, so words say a power of ten. */
function Formula({ token, loss: exact }: FormulaProps): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  if (exact < LEAST_WRITTEN_LOSS)
    return <p className={styles.formula}>{t("loss.nearlyNone", { token })}</p>;
  const { mantissa, exponent, digits, loss, decimals } = writeLoss(exact);
  const front = format.significant(mantissa, digits);
  const values = { token, loss: format.fixed(loss, decimals) };
  const probability = exponent === 0 ? front : `${front} × 10${superscript(exponent)}`;
  const shown = t("loss.formula", { ...values, probability });
  if (exponent === 0) return <p className={styles.formula}>{shown}</p>;
  const spoken = t("loss.power", { mantissa: front, exponent: -exponent });
  return (
    <p className={styles.formula}>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">
        {t("loss.formula", { ...values, probability: spoken })}
      </span>
    </p>
  );
}
