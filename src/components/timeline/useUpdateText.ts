/** The values of an update in words: "update 40: loss 1.200, exact match 12.0%". */
import { useTranslation } from "../../i18n/useTranslation";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { useFormat } from "../primitives/useFormat";

export interface UpdateValues {
  readonly loss: LossPoint | null;
  readonly evaluation: Evaluation | null;
}

export function useUpdateText(update: number, values: UpdateValues): string {
  const { t } = useTranslation("training");
  const format = useFormat();
  const step = format.number(update);
  const parts = useValueParts(update)(values);
  return parts === ""
    ? t("timeline.at", { step })
    : t("timeline.atValues", { step, values: parts });
}

/** The values alone: "loss 1.200, exact match 12.0%"; "" where there are none. */
export function useValueParts(update: number): (values: UpdateValues) => string {
  const { t } = useTranslation("training");
  const format = useFormat();
  return ({ loss, evaluation }) =>
    [
      loss && t("timeline.loss", { loss: format.fixed(loss.loss, 3) }),
      ...(evaluation ? evaluationParts(evaluation) : []),
    ]
      .filter((part) => part !== null)
      .join(", ");

  function evaluationParts(each: Evaluation): (string | null)[] {
    const match = format.percent(each.exactMatch);
    return [
      each.heldOutLoss === undefined
        ? null
        : t("timeline.heldOut", { loss: format.fixed(each.heldOutLoss, 3) }),
      each.step === update
        ? t("timeline.match", { match })
        : t("timeline.matchOf", { match, step: format.number(each.step) }),
    ];
  }
}
