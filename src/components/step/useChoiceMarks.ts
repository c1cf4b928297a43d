/** The marks of an answer in the choice: the likeliest, and the output where it can differ. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { Option } from "../../vis/facts/probability";

export interface ChoiceMark {
  readonly kind: "largest" | "chosen";
  readonly text: string;
}

/** The marks of an answer. Greedy decoding needs none, since its output is the first of the list. */
export function useChoiceMarks({ decoding }: Trace): (option: Option) => ChoiceMark[] {
  const { t } = useTranslation("step");
  const method = decoding.kind;
  return ({ isLargest, isChosen }) => {
    if (method === "greedy") return [];
    const marks: ChoiceMark[] = [];
    if (isLargest) marks.push({ kind: "largest", text: t("next.largest") });
    if (isChosen) marks.push({ kind: "chosen", text: t(`next.chosen.${method}`) });
    return marks;
  };
}
