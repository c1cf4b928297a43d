/** The values of an update in words: "update 40: loss 1.200, exact match 12.0%". */
import { useTranslation } from "../../i18n/useTranslation";
import type { Curves } from "../../state/slices/view";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { useFormat } from "../primitives/useFormat";

export interface UpdateValues {
  readonly loss: LossPoint | null;
  readonly evaluation: Evaluation | null;
}

export function useUpdateText(update: number, values: UpdateValues, beside: Curves): string {
  const { t } = useTranslation("training");
  const format = useFormat();
  const step = format.number(update);
  const parts = useValueParts(update, beside)(values);
  return parts === ""
    ? t("timeline.at", { step })
    : t("timeline.atValues", { step, values: parts });
}

/** The values alone: "loss 1.200, exact match 12.0%"; "" where there are none. */
export function useValueParts(update: number, beside: Curves): (values: UpdateValues) => string {
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
    if (beside === "attention") return attentionParts(each);
    return [
      each.heldOutLoss === undefined
        ? null
        : t("timeline.heldOut", { loss: format.fixed(each.heldOutLoss, 3) }),
      each.step === update
        ? t("timeline.match", { match })
        : t("timeline.matchOf", { match, step: format.number(each.step) }),
    ];
  }

  function attentionParts({ entropy, alignmentError }: Evaluation): (string | null)[] {
    const error = alignmentError === null ? null : format.percent(alignmentError);
    return [
      entropy
        ? t("timeline.entropy", {
            entropy: format.fixed(entropy.mean, 2),
            even: format.fixed(entropy.even, 2),
          })
        : t("timeline.noEntropy"),
      error === null ? t("timeline.noAlignment") : t("timeline.alignment", { error }),
    ];
  }
}
