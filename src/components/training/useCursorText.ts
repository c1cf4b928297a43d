/** The values under the cursor of the curves, in words. */
import { useTranslation } from "react-i18next";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { useFormat } from "../primitives/useFormat";

export interface StepValues {
  readonly loss: LossPoint | null;
  readonly evaluation: Evaluation | null;
}

/** Lines: the step with its loss, the latest evaluation up to that step, and its alignment where the task has one. */
export function useCursorText(
  step: number,
  { loss, evaluation }: StepValues,
): { readonly first: string; readonly second: string; readonly third: string | null } {
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
    third:
      typeof evaluation?.alignmentError === "number"
        ? t("curves.atAlignment", { error: format.percent(evaluation.alignmentError) })
        : null,
  };
}
