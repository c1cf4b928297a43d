/** Right tokens by distance from the wrong one, and without it. Hidden from assistive technology, which reads the table. */
import { useMemo, type ReactNode } from "react";
import type { DistanceScore } from "../../engine/results/exposure";
import {
  layoutRecovery,
  RECOVERY_LINES,
  type RecoveryChart,
  type RecoveryLine,
} from "../../vis/charts/exposureCharts";
import { PlotName } from "../primitives/PlotName";
import { useFormat } from "../primitives/useFormat";
import { useWidth } from "../unrolled/scroll/useWidth";
import styles from "./ExposurePlots.module.css";
import section from "./Exposure.module.css";
import { useExposureTexts } from "./useExposureTexts";

const FRAME = { left: 64, top: 12, bottom: 132 }; // in pixels; the width follows the card
const HEIGHT = 172;
const LABELS = { distance: FRAME.bottom + 20, examples: FRAME.bottom + 36 };
const R = 3.5;

export function RecoveryPlot({ after }: { readonly after: readonly DistanceScore[] }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - 8);
  const chart = useMemo(() => layoutRecovery(after, { ...FRAME, right }), [after, right]);
  const edge = FRAME.left - 6;
  return (
    <div ref={box} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          {chart.yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${right}`} />
              <text x={edge} y={at + 4} textAnchor="end">
                {format.percent(value, 0)}
              </text>
            </g>
          ))}
          {RECOVERY_LINES.map((name) => (
            <Line key={name} name={name} {...chart.lines[name]} />
          ))}
          {(["distance", "examples"] as const).map((row) => (
            <PlotName key={row} x={edge} y={LABELS[row]} name={t(`injection.${row}`)} />
          ))}
          {chart.columns.map((column) => (
            <Column key={column.distance} column={column} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** The labels of a distance, and its numbers for the pointer. */
function Column({ column }: { readonly column: RecoveryChart["columns"][number] }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const { x, distance, examples, hasLabel } = column;
  const share = (count: number): string => format.percent(count / examples);
  return (
    <g>
      <rect className={styles.hover} x={x - 8} y={0} width={16} height={FRAME.bottom}>
        <title>
          {t("injection.point", {
            distance,
            examples,
            right: share(column.right),
            recovered: share(column.recovered),
            untouched: share(column.rightUntouched),
          })}
        </title>
      </rect>
      {hasLabel && (
        <>
          <text x={x} y={LABELS.distance} textAnchor="middle">
            {`+${distance}`}
          </text>
          <text x={x} y={LABELS.examples} textAnchor="middle">
            {format.number(examples)}
          </text>
        </>
      )}
    </g>
  );
}

function Line({
  name,
  path,
  points,
}: RecoveryChart["lines"][RecoveryLine] & { readonly name: RecoveryLine }): ReactNode {
  return (
    <g className={styles[name]}>
      <path d={path} />
      {points.map(({ x, y }) => (
        <Mark key={x} name={name} x={x} y={y} />
      ))}
    </g>
  );
}

interface MarkProps {
  readonly name: RecoveryLine;
  readonly x: number;
  readonly y: number;
}

/** Told apart by shape as well as by colour and line; the diamond is larger, so that it shows around a circle. */
function Mark({ name, x, y }: MarkProps): ReactNode {
  if (name === "right") return <circle cx={x} cy={y} r={R} />;
  if (name === "recovered") return <rect x={x - R} y={y - R} width={2 * R} height={2 * R} />;
  const r = 2 * R;
  return (
    <path
      className={styles.diamond}
      d={`M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`}
    />
  );
}

export function RecoveryKey(): ReactNode {
  const { t } = useExposureTexts();
  const names = { right: "right", recovered: "recovered", rightUntouched: "untouched" } as const;
  return (
    <p className={section.key}>
      {RECOVERY_LINES.toReversed().map((name) => (
        <span key={name} className={section.entry}>
          <svg width="20" height="16" aria-hidden="true">
            <g className={styles[name]}>
              <Mark name={name} x={10} y={8} />
            </g>
          </svg>
          {t(`injection.${names[name]}`)}
        </span>
      ))}
    </p>
  );
}
