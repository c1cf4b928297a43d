/** The chart of a question about a curve: what is known, the student's point, and after the reveal the real curve. */
import { useRef, type PointerEvent, type ReactNode } from "react";
import type { CurvePoint, CurveQuestion } from "../../lessons/lesson";
import { useFormat } from "../primitives/useFormat";
import styles from "./CurveChart.module.css";

interface CurveChartProps {
  readonly question: CurveQuestion;
  /** The student's point, or the one to start from. */
  readonly point: CurvePoint;
  readonly isChosen: boolean;
  readonly truth: CurvePoint | null;
  /** Empty before the reveal. */
  readonly curve: readonly CurvePoint[];
  /** Null: the point stands still. */
  readonly onMove: ((to: Partial<CurvePoint>) => void) | null;
}

const SIZE = { width: 300, height: 130 };
const FRAME = { left: 34, right: 290, top: 8, bottom: 108 }; // in units of the view box

/** From numbers to the view box and back. */
function scalesOf({ xs, y }: CurveQuestion) {
  const first = xs[0] ?? 0;
  const wide = Math.max(1e-9, (xs.at(-1) ?? 1) - first);
  const across = FRAME.right - FRAME.left;
  const down = FRAME.bottom - FRAME.top;
  return {
    x: (value: number) => FRAME.left + ((value - first) / wide) * across,
    y: (value: number) => FRAME.bottom - ((value - y.min) / (y.max - y.min)) * down,
    nearestX: (at: number) => {
      const wanted = first + ((at - FRAME.left) / across) * wide;
      return xs.reduce(
        (best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best),
        first,
      );
    },
    valueY: (at: number) => {
      const value = y.min + ((FRAME.bottom - at) / down) * (y.max - y.min);
      const stepped = Math.round(value / y.step) * y.step;
      return Math.min(y.max, Math.max(y.min, stepped));
    },
  };
}

const lineThrough = (
  points: readonly CurvePoint[],
  { x, y }: ReturnType<typeof scalesOf>,
): string => points.map((point, i) => `${i === 0 ? "M" : "L"}${x(point.x)} ${y(point.y)}`).join("");

/** The controls under the chart say and change the same, so the chart is for the pointer alone. */
export function CurveChart(props: CurveChartProps): ReactNode {
  const { question, point, isChosen, truth, curve, onMove } = props;
  const drawing = useRef<SVGSVGElement>(null);
  const scales = scalesOf(question);
  const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
    const box = drawing.current?.getBoundingClientRect();
    if (!onMove || !box || buttons === 0) return;
    const at = (SIZE.width / box.width) * (clientX - box.left);
    const y = scales.valueY((SIZE.height / box.height) * (clientY - box.top));
    onMove({ x: question.x ?? scales.nearestX(at), y });
  };
  return (
    <svg
      ref={drawing}
      className={styles.chart}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      aria-hidden="true"
      data-moves={onMove !== null || undefined}
      onPointerDown={move}
      onPointerMove={move}
    >
      <Axes question={question} scales={scales} />
      <path className={styles.known} d={lineThrough(question.known, scales)} />
      <path className={styles.real} d={lineThrough(curve, scales)} />
      {(isChosen || onMove) && (
        <circle
          className={isChosen ? styles.predicted : styles.start}
          cx={scales.x(point.x)}
          cy={scales.y(point.y)}
          r="6"
        />
      )}
      {truth && (
        <rect
          className={styles.truth}
          data-value={truth.y}
          x={scales.x(truth.x) - 4}
          y={scales.y(truth.y) - 4}
          width="8"
          height="8"
        />
      )}
    </svg>
  );
}

interface AxesProps {
  readonly question: CurveQuestion;
  readonly scales: ReturnType<typeof scalesOf>;
}

const MOST_TICKS = 10;

function Axes({ question: { xs, y }, scales }: AxesProps): ReactNode {
  const format = useFormat();
  const every = Math.ceil(xs.length / MOST_TICKS);
  return (
    <g className={styles.axes}>
      {[y.min, y.max].map((value) => (
        <g key={value}>
          <path d={`M${FRAME.left} ${scales.y(value)}H${FRAME.right}`} />
          <text x={FRAME.left - 6} y={scales.y(value) + 4} textAnchor="end">
            {format.number(value, 2)}
          </text>
        </g>
      ))}
      {xs
        .filter((_, i) => i % every === 0)
        .map((x) => (
          <text key={x} x={scales.x(x)} y={FRAME.bottom + 16} textAnchor="middle">
            {format.number(x)}
          </text>
        ))}
    </g>
  );
}
