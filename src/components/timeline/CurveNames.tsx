/** The names of the curves beside their ends, each with a sample of its line. */
import { useTranslation } from "../../i18n/useTranslation";
import type { TimelineLayout } from "../../vis/charts/timeline";
import styles from "./TimelinePlot.module.css";

interface CurveNamesProps {
  readonly names: TimelineLayout["names"];
  readonly x: number;
}

const SAMPLE = 14; // pixels

/** What the pointer reads after a name. The readings and the table explain the same words to the keyboard. */
const MEANINGS = { heldOut: "heldOut", match: "exactMatch", truth: "feedTruth" } as const;

const hasMeaning = (curve: string): curve is keyof typeof MEANINGS => curve in MEANINGS;

export function CurveNames({ names, x }: CurveNamesProps) {
  const { t } = useTranslation(["training", "glossary"]);
  return names.map(({ curve, at }) => {
    const name = t(`curves.names.${curve}`);
    const meaning = hasMeaning(curve) && t(`glossary:${MEANINGS[curve]}.text`);
    return (
      <g key={curve}>
        <title>{meaning ? `${name}: ${meaning}` : name}</title>
        <path className={styles[curve]} d={`M${x} ${at}h${SAMPLE}`} />
        {(curve === "match" || curve === "alignment") && (
          <circle className={styles.dot} cx={x + SAMPLE / 2} cy={at} r={2} />
        )}
        <text className={styles[`${curve}Name`]} x={x + SAMPLE + 5} y={at + 4}>
          {name}
        </text>
      </g>
    );
  });
}
