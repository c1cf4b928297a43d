/** The best answers with their logits, before and after the softmax. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecoderStep } from "../../engine/trace";
import { signed } from "../../vis/format";
import { glyph } from "../../vis/text";
import { useFormat } from "../primitives/useFormat";
import css from "./ScoreTable.module.css";

export function LogitTable({ step }: { readonly step: DecoderStep }): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  return (
    <table className={`${css.table} ${css.plain}`}>
      <caption className="visually-hidden">{t("logits")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("token")}</th>
          <th scope="col">{t("logit")}</th>
          <th scope="col">{t("probability")}</th>
        </tr>
      </thead>
      <tbody>
        {step.top.map(({ token, logit, probability }) => (
          <tr key={token.id}>
            <th scope="row">{glyph(token)}</th>
            <td>{signed(logit)}</td>
            <td>{format.fixed(probability, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
