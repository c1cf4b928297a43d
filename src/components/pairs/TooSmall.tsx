/** The warning that the pairs may be too few to learn from: the rule behind it, and what to do. */
import {
  type CorpusOptions,
  type CorpusSummary,
  type CorpusUnit,
  ENOUGH_PAIRS,
} from "../../engine/corpus/report";
import { Button } from "../primitives/Button";
import { useFormat, type Format } from "../primitives/useFormat";
import look from "./Look.module.css";
import styles from "./TooSmall.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface TooSmallProps {
  readonly summary: CorpusSummary;
  readonly options: CorpusOptions;
  readonly onChange: (options: CorpusOptions) => void;
}

export function TooSmall({ summary, options, onChange }: TooSmallProps) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  if (summary.tooSmall.length === 0) return null;
  const numbers = {
    train: format.number(summary.train),
    enough: format.number(ENOUGH_PAIRS),
    ...rarestSide(summary, format),
  };
  return (
    <div className={styles.warning}>
      <h4 className={styles.warningTitle}>{t("summary.tooSmall.title")}</h4>
      {summary.tooSmall.map((reason) => (
        <p key={reason}>{t(`summary.tooSmall.${reason}`, numbers)}</p>
      ))}
      {summary.tooSmall.includes("seenOnce") && (
        <SmallerUnits {...{ summary, options, onChange }} />
      )}
    </div>
  );
}

/** Offers units that occur more often than words. */
function SmallerUnits({ summary, options, onChange }: TooSmallProps) {
  const { t } = useCorpusTexts();
  const { units } = options;
  if (units !== "auto" && units.source !== "words" && units.target !== "words") return null;
  const smaller = ["characters", ...(hasHangul(summary) ? ["jamo" as const] : [])] as const;
  const read = (unit: CorpusUnit): void =>
    onChange({
      ...options,
      units: { source: unit, target: unit },
      maxSource: "auto",
      maxTarget: "auto",
    });
  return (
    <p className={look.row}>
      {smaller.map((unit) => (
        <Button key={unit} onClick={() => read(unit)}>
          {t(`summary.tooSmall.${unit}`)}
        </Button>
      ))}
    </p>
  );
}

const HANGUL = /\p{Script=Hangul}/u;

/** Jamo are smaller than characters in Hangul alone. */
function hasHangul({ preview }: CorpusSummary): boolean {
  return preview.some(({ source, target }) =>
    [...source, ...target].some(({ text }) => HANGUL.test(text)),
  );
}

/** The side with the larger share of tokens that occur once. */
function rarestSide({ source, target }: CorpusSummary, format: Format) {
  const isSource = source.seenOnce * target.vocabulary > target.seenOnce * source.vocabulary;
  const { seenOnce, vocabulary } = isSource ? source : target;
  return { once: format.number(seenOnce), vocabulary: format.number(vocabulary) };
}
