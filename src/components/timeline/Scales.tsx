/** The scales of the plot: losses at the left, shares at the right, updates below. */
import { useTranslation } from "../../i18n/useTranslation";
import type { TimelineLayout } from "../../vis/charts/timeline";
import { useFormat } from "../primitives/useFormat";
import { chanceOf } from "./chance";
import { type PlotFrame, tickAnchor } from "../../vis/charts/plotFrame";
import styles from "./TimelinePlot.module.css";

const LINE = 13; // pixels: the name of the chance level hides a number this near

interface ScalesProps {
  readonly layout: Pick<
    TimelineLayout,
    "chanceAt" | "even" | "shareTicks" | "lossTicks" | "updateTicks"
  >;
  readonly frame: PlotFrame;
  /** The number of target tokens; 0: not known. */
  readonly vocabulary: number;
}

export function Scales({ layout, frame, vocabulary }: ScalesProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { chanceAt, even } = layout;
  const hasChance = vocabulary > 0;
  return (
    <>
      {layout.shareTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${frame.left} ${at}H${frame.right}`} />
          <text className={styles.share} x={frame.right + 10} y={at + 4}>
            {format.percent(value, 0)}
          </text>
        </g>
      ))}
      {layout.lossTicks
        .filter(({ at }) => !hasChance || Math.abs(at - chanceAt) > LINE)
        .filter(({ at }) => even === null || Math.abs(at - even.at) > LINE)
        .map(({ value, at }) => (
          <text key={value} x={frame.left - 5} y={at + 4} textAnchor="end">
            {format.number(value, 1)}
          </text>
        ))}
      {hasChance && (
        <text x={frame.left - 5} y={chanceAt + 4} textAnchor="end">
          <title>{t("curves.chanceMeaning", chanceOf(vocabulary, format))}</title>
          {t("curves.chance", { vocabulary })}
        </text>
      )}
      {even && Math.abs(even.at - chanceAt) > LINE && (
        <text className={styles.evenName} x={frame.left - 5} y={even.at + 4} textAnchor="end">
          <title>{t("curves.evenMeaning", { value: format.fixed(even.value, 2) })}</title>
          {t("curves.even")}
        </text>
      )}
      {/* By place: a growing axis moves the same elements, instead of making new ones. */}
      {layout.updateTicks.map(({ value, at }, i) => (
        <text key={i} x={at} y={frame.height - 3} textAnchor={tickAnchor(at, frame)}>
          {format.number(value)}
        </text>
      ))}
    </>
  );
}
