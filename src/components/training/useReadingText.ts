/** What the cursor reads off the curves, in words. */
import { useTranslation } from "react-i18next";
import type { Evaluation, LossPoint } from "../../engine/history";
import { useFormat } from "../primitives/useFormat";

export interface Reading {
  readonly loss: LossPoint | null;
  readonly evaluation: Evaluation | null;
}

/** Two lines: the step with its loss, and the evaluation that was last known then. */
export function useReadingText(
  step: number,
  { loss, evaluation }: Reading,
): { readonly first: string; readonly second: string } {
  const { t } = useTranslation("training");
  const format = useFormat();
  const at = t("curves.at", { step: format.number(step) });
  const lossText = loss && t("curves.atLoss", { loss: format.fixed(loss.loss, 3) });
  return {
    first: lossText === null ? at : `${at} · ${lossText}`,
    second: evaluation
      ? t(evaluation.step === step ? "curves.atMatch" : "curves.atMatchOf", {
          match: format.percent(evaluation.exactMatch),
          tokens: format.percent(evaluation.tokenAccuracy),
          step: format.number(evaluation.step),
        })
      : t("curves.noEvaluation"),
  };
}
