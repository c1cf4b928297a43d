/** Two bands over the measured updates, fed the truth and fed own answers: a bar for each position of each update. */
import { useMemo, type ReactNode } from "react";
import type { ExposureMoment } from "../../engine/results/exposure";
import { type Bands, type Feeding, layoutBands } from "../../vis/charts/exposureCharts";
import { PlotName } from "../primitives/PlotName";
import { useFormat } from "../primitives/useFormat";
import { useWidth } from "../unrolled/scroll/useWidth";
import styles from "./ExposurePlots.module.css";
import { useExposureTexts } from "./useExposureTexts";

const FRAME = { left: 64, top: 20 }; // in pixels; the width follows the card
const AXIS = 20; // below the rows
const BAR = 9; // height

interface BandsPlotProps {
  readonly moments: readonly ExposureMoment[];
  readonly shown: number; // the update that is marked
}

export function BandsPlot({ moments, shown }: BandsPlotProps): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - 8);
  const bands = useMemo(() => layoutBands(moments, { ...FRAME, right }), [moments, right]);
  return (
    <div ref={box} style={{ minHeight: 2 * (bands.height + AXIS) }}>
      {width > 0 &&
        (["forced", "free"] as const).map((feeding) => (
          <Band key={feeding} feeding={feeding} bands={bands} width={width} shown={shown} />
        ))}
    </div>
  );
}

interface BandProps {
  readonly feeding: Feeding;
  readonly bands: Bands;
  readonly width: number;
  readonly shown: number;
}

function Band({ feeding, bands, width, shown }: BandProps): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const { rows, columns, columnWidth, height } = bands;
  return (
    <svg className={styles.drawing} width={width} height={height + AXIS} aria-hidden="true">
      <text x={FRAME.left} y={13} className={styles.name}>
        {t(`gap.${feeding}`)}
      </text>
      {rows.map(({ value, at }) => (
        <text key={value} x={FRAME.left - 6} y={at + 4} textAnchor="end">
          {value % 2 === 1 ? value : ""}
        </text>
      ))}
      {columns.map(({ value, left }) => (
        <rect
          key={value}
          className={value === shown ? styles.shown : styles.room}
          x={left}
          y={FRAME.top}
          width={columnWidth}
          height={height - FRAME.top}
        />
      ))}
      {bands.cells[feeding].map(({ step, position, share, x, y, length }) => (
        <rect
          key={`${step}/${position}`}
          className={styles[feeding]}
          x={x}
          y={y + 1}
          width={length}
          height={BAR}
        >
          <title>{t("bands.cell", { step, position, share: format.percent(share) })}</title>
        </rect>
      ))}
      <PlotName x={FRAME.left - 6} y={height + 14} name={t("bands.update")} />
      {columns.map(
        ({ value, at, hasLabel }) =>
          hasLabel && (
            <text key={value} x={at} y={height + 14} textAnchor="middle">
              {format.number(value)}
            </text>
          ),
      )}
    </svg>
  );
}
