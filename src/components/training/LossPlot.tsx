/** The loss over the steps, with the level that guessing would give. */
import { useTranslation } from "react-i18next";
import type { Frame, LossPanel } from "../../vis/curves";
import { useFormat } from "../primitives/useFormat";
import styles from "./Curves.module.css";
import { Rules } from "./Rules";

interface LossPlotProps {
  readonly panel: LossPanel;
  readonly frame: Frame;
  readonly vocabulary: number; // target tokens; 0 while no model is there
}

export function LossPlot({ panel, frame, vocabulary }: LossPlotProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const chance = { vocabulary, value: format.fixed(Math.log(vocabulary), 2) };
  return (
    <g>
      <Rules frame={frame} ticks={panel.yTicks} write={(value) => format.number(value, 1)} />
      {vocabulary > 0 && (
        <>
          <path className={styles.chance} d={`M${frame.left} ${panel.chanceAt}H${frame.right}`} />
          <text
            className={styles.chanceName}
            x={frame.right}
            y={panel.chanceAt - 4}
            textAnchor="end"
          >
            {t("curves.chance", chance)}
          </text>
        </>
      )}
      <path className={styles.band} d={panel.band} />
      <path className={styles.loss} d={panel.line} />
    </g>
  );
}
