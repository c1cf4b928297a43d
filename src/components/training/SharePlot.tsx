/** Exact match and token accuracy by evaluation, from 0 to 100 percent. */
import type { Frame, SharePanel } from "../../vis/curves";
import { useFormat } from "../primitives/useFormat";
import styles from "./Curves.module.css";
import { Rules } from "./Rules";

interface SharePlotProps {
  readonly panel: SharePanel;
  readonly frame: Frame;
}

export function SharePlot({ panel, frame }: SharePlotProps) {
  const format = useFormat();
  return (
    <g>
      <Rules frame={frame} ticks={panel.yTicks} write={(value) => format.percent(value, 0)} />
      <path className={styles.tokens} d={panel.tokens} />
      <path className={styles.match} d={panel.match} />
      {panel.dots.length <= MAX_DOTS &&
        panel.dots.map(({ x, y }) => (
          <circle key={x} className={styles.dot} cx={x} cy={y} r={2.2} />
        ))}
    </g>
  );
}

const MAX_DOTS = 40; // closer than that they would be a fat line
