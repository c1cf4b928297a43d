/** How attention and the task's alignment agree in this step, where that needs an explanation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasLittleAlignedWeight, misplacedAttention, whyUnlinked } from "../../vis/facts/aligned";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./NextToken.module.css";

export function AlignmentNote(shown: Pick<Shown, "trace" | "index">): ReactNode {
  const text = useAlignment(shown);
  return (
    text && (
      <p className={styles.note} data-about="attention">
        {text}
      </p>
    )
  );
}

/** The note on a right answer without a counterpart in the source, or with little weight on its counterpart. */
function useAlignment({ trace, index }: Pick<Shown, "trace" | "index">): string | null {
  const { t } = useTranslation("step");
  const name = useTokenName();
  const reason = whyUnlinked(trace, index);
  const truth = trace.expected?.[index];
  if (reason && truth)
    return `${t(`unlinked.${reason}`, { token: name(truth) })} ${t("unlinked.weights")}`;
  const looked = misplacedAttention(trace, index);
  if (!looked) return null;
  const right = t(hasLittleAlignedWeight(trace, index) ? "unaligned.hardly" : "unaligned.less");
  return looked === "elsewhere" ? right : `${right} ${t(`unalignedBut.${looked}`)}`;
}
