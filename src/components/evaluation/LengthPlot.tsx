/** The bars of exact match by source length, hidden from assistive technology, which reads the table. */
import { useId, useMemo } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LengthScore } from "../../engine/results/scoreReport";
import {
  layoutLengths,
  type LengthBar,
  LENGTHS_FRAME as FRAME,
  LENGTHS_HEIGHT as HEIGHT,
} from "../../vis/charts/lengthChart";
import { useWidth } from "../unrolled/scroll/useWidth";
import { useFormat } from "../primitives/useFormat";
import styles from "./Lengths.module.css";

export function LengthPlot({ scores }: { readonly scores: readonly LengthScore[] }) {
  const format = useFormat();
  const hatch = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const { bars, yTicks, trained, hasShares } = useMemo(
    () => layoutLengths(scores, { ...FRAME, right: Math.max(FRAME.left + 1, width - 4) }),
    [scores, width],
  );
  return (
    <div ref={box} className={styles.box}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          <Hatch id={hatch} />
          {yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${width - 4}`} />
              <text x={FRAME.left - 6} y={at + 4} textAnchor="end">
                {format.percent(value, 0)}
              </text>
            </g>
          ))}
          {bars.map((bar) => (
            <Bar key={bar.length} bar={bar} hatch={hatch} hasShare={hasShares} />
          ))}
          {trained && (
            <path
              className={styles.trained}
              d={`M${trained.from + 2} ${FRAME.bottom + 4}H${trained.to - 2}`}
            />
          )}
        </svg>
      )}
    </div>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className={styles.hatch} d="M1 0V6" />
    </pattern>
  );
}

interface BarProps {
  readonly bar: LengthBar;
  readonly hatch: string;
  readonly hasShare: boolean;
}

function Bar({ bar, hatch, hasShare }: BarProps) {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const { x, y, width, height, middle, length, share, isSeen, hasLabel } = bar;
  const { matches, examples } = bar;
  const box = { x, y, width, height };
  return (
    <g>
      <title>{t("lengths.bar", { length, match: format.percent(share), matches, examples })}</title>
      <rect
        {...box}
        className={isSeen ? styles.seen : styles.unseen}
        fill={isSeen ? undefined : `url(#${hatch})`}
      />
      {hasShare && (
        <text x={middle} y={y - 5} textAnchor="middle">
          {format.percent(share, 0)}
        </text>
      )}
      {hasLabel && (
        <text x={middle} y={FRAME.bottom + 21} textAnchor="middle">
          {length}
        </text>
      )}
    </g>
  );
}
