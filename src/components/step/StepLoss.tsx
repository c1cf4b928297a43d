/** What the step costs against the right answer, and what that has to do with how it was fed. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readsMistakes } from "../../vis/feeding";
import { probabilityOf, stepLoss, temperatureOf } from "../../vis/probability";
import type { Shown } from "../figures/useShownStep";
import { useTokenName } from "../figures/useTokenName";
import { useFormat } from "../primitives/useFormat";
import css from "./NextToken.module.css";

export function StepLoss({ trace, index, step: { logits } }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const name = useTokenName();
  if (!trace.expected) return <p className={css.note}>{t("loss.unknown")}</p>;
  const truth = trace.expected[index];
  if (!truth) return <p className={css.note}>{t("loss.over")}</p>;
  const count = logits.length;
  return (
    <div className={css.note}>
      <p className={css.formula}>
        {t("loss.formula", {
          token: name(truth),
          probability: format.fixed(probabilityOf(logits, truth.id), 4),
          loss: format.fixed(stepLoss(logits, truth.id), 4),
        })}
      </p>
      <p>{t("loss.text", { count, chance: format.fixed(Math.log(count), 2) })}</p>
      {temperatureOf(trace) !== 1 && <p>{t("loss.temperature")}</p>}
      {readsMistakes(trace, index) && <p>{t("loss.mistakes")}</p>}
      {trace.teacherForcing && <p>{t("loss.forcing")}</p>}
    </div>
  );
}
