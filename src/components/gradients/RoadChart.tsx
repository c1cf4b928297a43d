/** The lengths of the gradients under the columns of the source, on a logarithmic axis. */
import type { ReactNode } from "react";
import { layoutRoads, type RoadLine } from "../../vis/charts/roadChart";
import { powerText } from "../../vis/tex/roadText";
import { columnX } from "../../vis/layout/stageLayout";
import type { CornerProps } from "./GradientCorner";
import { RoadMark } from "./RoadMark";
import styles from "./RoadChart.module.css";

const MARGIN = { top: 14, bottom: 10 }; // pixels

/** Hidden from assistive technology, which reads the table. */
export function RoadChart({ layout, lengths, column, chart }: CornerProps): ReactNode {
  const { map, columnPitch } = layout;
  const xOf = (s: number): number => columnX(layout, s) + columnPitch / 2;
  const frame = { top: MARGIN.top, bottom: chart - MARGIN.bottom };
  const { lines, ticks } = layoutRoads(lengths.columns, xOf, frame);
  return (
    <svg className={styles.chart} width={map.x + map.width} height={chart} aria-hidden="true">
      {column !== null && (
        <rect
          className={styles.column}
          x={columnX(layout, column)}
          y={frame.top - 6}
          width={columnPitch}
          height={frame.bottom - frame.top + 12}
          rx={6}
        />
      )}
      {ticks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${map.x} ${at}H${map.x + map.width}`} />
          <text x={map.x - 6} y={at + 4} textAnchor="end">
            {powerText(value)}
          </text>
        </g>
      ))}
      {lines.map((line) => (
        <Line key={line.name} {...line} />
      ))}
    </svg>
  );
}

function Line({ name, path, points }: RoadLine): ReactNode {
  return (
    <g className={styles.line} data-road={name}>
      <path d={path} />
      {points.map(({ column, x, y }) => (
        <RoadMark key={column} name={name} x={x} y={y} />
      ))}
    </g>
  );
}
