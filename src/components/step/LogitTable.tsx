/** The best answers with their logits and probabilities, with another column for a temperature other than 1. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { signed } from "../../vis/format";
import { nextTokens, temperatureOf } from "../../vis/facts/probability";
import { spelled } from "../../vis/layout/spelled";
import { useFormat } from "../primitives/useFormat";
import { nameText } from "../../vis/tex/quantityText";
import { NumberButton } from "../unrolled/NumberButton";
import type { OnDerive } from "../unrolled/shown";
import styles from "./ScoreTable.module.css";
import { useChoiceMarks } from "./useChoiceMarks";

export interface LogitTableProps {
  readonly trace: Trace;
  readonly index: number; // of the step
  readonly step: DecoderStep;
  readonly onDerive: OnDerive;
}

export function LogitTable({ trace, index, step, onDerive }: LogitTableProps): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const marksOf = useChoiceMarks(trace);
  const temperature = temperatureOf(trace);
  const isTempered = temperature !== 1;
  const tempered = (by: number): string => t("tempered", { temperature: format.number(by, 1) });
  return (
    <table className={`${styles.table} ${styles.plain}`}>
      <caption className="visually-hidden">{t("logits")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("token")}</th>
          <th scope="col">{t("logit")}</th>
          <th scope="col">{isTempered ? tempered(1) : t("probability")}</th>
          {isTempered && <th scope="col">{tempered(temperature)}</th>}
        </tr>
      </thead>
      <tbody>
        {nextTokens(trace, step).options.map((option) => (
          <tr key={option.token.id}>
            <th scope="row">
              {spelled(option.token)}
              {marksOf(option).map(({ kind, text }) => (
                <span key={kind} className={styles.mark}>
                  {text}
                </span>
              ))}
            </th>
            {(["logit", "probability"] as const).map((kind) => {
              const place = { kind, step: index, token: option.token.id };
              return (
                <td key={kind}>
                  <NumberButton
                    symbol={nameText(trace, place)}
                    text={
                      kind === "logit" ? signed(option.logit) : format.fixed(option.probability, 3)
                    }
                    onOpen={() => onDerive(place)}
                  />
                </td>
              );
            })}
            {isTempered && <td>{format.fixed(option.share, 3)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
