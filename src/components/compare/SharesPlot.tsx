/** Two lines of shares: A solid with circles, B dashed with squares. Hidden from assistive technology, which reads the table. */
import { useMemo, type ReactNode } from "react";
import type { LaneId } from "../../workers/protocol";
import type { Point } from "../../vis/charts/timeline";
import { layoutShares, type Series } from "../../vis/charts/sharesChart";
import { useFormat } from "../primitives/useFormat";
import { useWidth } from "../unrolled/scroll/useWidth";
import { LANE_NAMES, LANES } from "../lanes";
import styles from "./SharesPlot.module.css";

const HEIGHT = 180;
const FRAME = { left: 44, top: 10, bottom: 152 }; // in pixels; the width follows the card
const NAME = 22; // right of the frame

export function SharesPlot({ series }: { readonly series: Series }): ReactNode {
  const format = useFormat();
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - NAME);
  const chart = useMemo(() => layoutShares(series, { ...FRAME, right }), [series, right]);
  return (
    <div ref={box} className={styles.box}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          {chart.yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${right}`} />
              <text x={FRAME.left - 6} y={at + 4} textAnchor="end">
                {format.percent(value, 0)}
              </text>
            </g>
          ))}
          {chart.xTicks.map(({ value, at }) => (
            <text key={value} x={at} y={FRAME.bottom + 18} textAnchor="middle">
              {value}
            </text>
          ))}
          {LANES.toReversed().map((lane) => (
            <Line key={lane} lane={lane} {...chart.lines[lane]} />
          ))}
        </svg>
      )}
    </div>
  );
}

const R = 3.5; // pixels

interface LineProps {
  readonly lane: LaneId;
  readonly path: string;
  readonly points: readonly Point[];
}

function Line({ lane, path, points }: LineProps): ReactNode {
  const end = points.at(-1);
  return (
    <g className={styles[lane]}>
      <path d={path} />
      {points.map(({ x, y }) =>
        lane === "a" ? (
          <circle key={x} cx={x} cy={y} r={R} />
        ) : (
          <rect key={x} x={x - R} y={y - R} width={2 * R} height={2 * R} />
        ),
      )}
      {end && (
        <text className={styles.name} x={end.x + 10} y={end.y + (lane === "a" ? -2 : 11)}>
          {LANE_NAMES[lane]}
        </text>
      )}
    </g>
  );
}
