/** Two lines over a length or a position: A solid with circles, B dashed with squares. Hidden from assistive technology, which reads the table. */
import { useMemo, type ReactNode } from "react";
import type { LaneId } from "../../workers/protocol";
import type { Frame } from "../../vis/charts/curves";
import type { LinesChart } from "../../vis/charts/sharesChart";
import type { Point } from "../../vis/charts/timeline";
import { useWidth } from "../unrolled/scroll/useWidth";
import { LANE_NAMES, LANES } from "../lanes";
import styles from "./LinesPlot.module.css";

const HEIGHT = 180;
const FRAME = { left: 44, top: 10, bottom: 152 }; // in pixels; the width follows the card
const NAME = 22; // right of the frame

interface LinesPlotProps {
  /** Constant between two draws of the same lines. */
  readonly layout: (frame: Frame) => LinesChart;
  readonly yText: (value: number) => string;
}

export function LinesPlot({ layout, yText }: LinesPlotProps): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - NAME);
  const chart = useMemo(() => layout({ ...FRAME, right }), [layout, right]);
  return (
    <div ref={box} className={styles.box}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          {chart.beyond !== undefined && (
            <>
              <rect
                className={styles.beyond}
                x={chart.beyond}
                y={FRAME.top}
                width={right - chart.beyond}
                height={FRAME.bottom - FRAME.top}
              />
              <path className={styles.border} d={`M${chart.beyond} ${FRAME.top}V${FRAME.bottom}`} />
            </>
          )}
          {chart.yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${right}`} />
              <text x={FRAME.left - 6} y={at + 4} textAnchor="end">
                {yText(value)}
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
