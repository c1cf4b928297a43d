/** The warning that the pairs may be too few to learn from: the rule behind it, and what to do. */
import { useTranslation } from "../../i18n/useTranslation";
import { ENOUGH_PAIRS, type CorpusSummary } from "../../engine/corpus/report";
import { useFormat, type Format } from "../primitives/useFormat";
import styles from "./Preview.module.css";

export function TooSmall({ summary }: { readonly summary: CorpusSummary }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  if (summary.tooSmall.length === 0) return null;
  const numbers = {
    train: format.number(summary.train),
    enough: format.number(ENOUGH_PAIRS),
    ...rarestSide(summary, format),
  };
  return (
    <div className={styles.warning}>
      <h4 className={styles.warningTitle}>{t("preview.tooSmall.title")}</h4>
      {summary.tooSmall.map((reason) => (
        <p key={reason}>{t(`preview.tooSmall.${reason}`, numbers)}</p>
      ))}
    </div>
  );
}

/** The side with the larger share of tokens that occur once. */
function rarestSide({ source, target }: CorpusSummary, format: Format) {
  const isSource = source.seenOnce * target.vocabulary > target.seenOnce * source.vocabulary;
  const { seenOnce, vocabulary } = isSource ? source : target;
  return { once: format.number(seenOnce), vocabulary: format.number(vocabulary) };
}
