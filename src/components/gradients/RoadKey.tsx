/** The key of the chart, beside it under the rail, with the lengths at the selected column. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { CHART_LINES } from "../../vis/charts/roadChart";
import { lengthText } from "../../vis/tex/roadText";
import { subscript } from "../../vis/tex/symbols";
import { useTokenName } from "../unrolled/useTokenName";
import type { CornerProps } from "./GradientCorner";
import styles from "./RoadKey.module.css";
import { RoadMark } from "./RoadMark";

const GAP = 18; // between the chart and its key

interface RoadKeyProps extends CornerProps {
  /** The right edge of the picture. */
  readonly width: number;
  /** Whether it stands beside the chart, and not under it. */
  readonly isBeside: boolean;
}

export function RoadKey({ layout, lengths, trace, column, ...props }: RoadKeyProps): ReactNode {
  const { t } = useTranslation("gradients");
  const name = useTokenName();
  const { map } = layout;
  const left = props.isBeside ? map.x + map.width + GAP : map.x;
  const top = props.isBeside ? GAP / 4 : props.chart;
  const shown = column ?? 0;
  const token = trace.source[shown];
  const at = lengths.columns[shown];
  if (!token || !at) return null;
  return (
    <dl className={styles.key} style={{ left, top, width: props.width - left }}>
      <div className={styles.title}>
        <dt>{t("at", { sub: subscript(shown + 1), token: name(token) })}</dt>
      </div>
      {CHART_LINES.map((road) => (
        <div key={road} className={styles.item}>
          <dt>
            <svg width="14" height="12" viewBox="-7 -6 14 12" aria-hidden="true">
              <RoadMark name={road} x={0} y={0} />
            </svg>
            {t(`roads.${road}`)}
          </dt>
          <dd>{lengthText(at[road])}</dd>
        </div>
      ))}
    </dl>
  );
}
