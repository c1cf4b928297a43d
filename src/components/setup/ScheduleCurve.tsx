/** A small picture of P(feed truth) over the training steps; nothing for a constant schedule. */
import { useTranslation } from "../../i18n/useTranslation";
import { truthProbability } from "../../engine/setup/truthProbability";
import { useLane } from "../useLane";
import { layoutSchedule } from "../../vis/charts/scheduleCurve";
import { useFormat } from "../primitives/useFormat";
import styles from "./ScheduleCurve.module.css";

const BOX = { width: 240, height: 48 }; // in the units of the picture
const ROOM = { left: 16, top: 5, right: 4, bottom: 16 };
const ONE = "1";
const ZERO = "0";

export function ScheduleCurve() {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const config = useLane((lane) => lane.config);
  const { schedule, halfLife, maxSteps } = config;
  if (schedule === "constant") return null;
  const { path, half } = layoutSchedule(config, maxSteps, BOX);
  const at = (step: number): string => format.number(truthProbability(config, step), 2);
  const label = t("schedulePlot.label", {
    start: at(0),
    middle: at(halfLife),
    half: format.number(halfLife),
    end: at(maxSteps),
    steps: format.number(maxSteps),
  });
  const width = ROOM.left + BOX.width + ROOM.right;
  const height = ROOM.top + BOX.height + ROOM.bottom;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <g transform={`translate(${ROOM.left} ${ROOM.top})`}>
        <path className={styles.rule} d={`M0 0H${BOX.width}M0 ${BOX.height}H${BOX.width}`} />
        <path className={styles.curve} d={path} />
        {half && <circle className={styles.half} cx={half.x} cy={half.y} r="3" />}
        <text x={-5} y={4} textAnchor="end">
          {ONE}
        </text>
        <text x={-5} y={BOX.height + 4} textAnchor="end">
          {ZERO}
        </text>
        {half && (
          <text x={half.x} y={BOX.height + 14} textAnchor="middle">
            {N}
          </text>
        )}
        <text x={BOX.width} y={BOX.height + 14} textAnchor="end">
          {t("schedulePlot.step", { steps: format.number(maxSteps) })}
        </text>
      </g>
    </svg>
  );
}

const N = "N";
