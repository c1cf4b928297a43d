/** The map inside the corner: what each step sends to each encoder state, as a value (filled) and as a key (outline). */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { strengthOf } from "../../vis/facts/roadStrength";
import { lengthText } from "../../vis/tex/roadText";
import { columnX, rowY } from "../../vis/layout/stageLayout";
import { useTokenName } from "../unrolled/useTokenName";
import type { CornerProps } from "./GradientCorner";
import styles from "./GradientMap.module.css";

const FILLED = 0.8; // of the height of a cell, at full strength

/** Hidden from assistive technology, which reads the tiles and the table. */
export function GradientMap(props: CornerProps): ReactNode {
  const { layout, lengths } = props;
  const { map } = layout;
  return (
    <svg
      className={styles.map}
      style={{ left: map.x, top: map.y }}
      width={map.width}
      height={map.height}
      aria-hidden="true"
    >
      {lengths.cells.map((row, t) =>
        row.map((_, s) => <Cell key={`${t} ${s}`} {...props} t={t} s={s} />),
      )}
    </svg>
  );
}

interface CellProps extends CornerProps {
  readonly t: number;
  readonly s: number;
}

function Cell({ layout, lengths, trace, t, s, onSelect }: CellProps): ReactNode {
  const { t: translate } = useTranslation("gradients");
  const name = useTokenName();
  const { pitch, columnPitch, map } = layout;
  const cell = lengths.cells[t]?.[s];
  const token = trace.source[s];
  if (!cell || !token) return null;
  const [x, y] = [columnX(layout, s) - map.x, rowY(layout, t) - map.y];
  const side = (length: number): number => strengthOf(length, lengths.longest) * FILLED * pitch;
  const square = (length: number) => ({
    x: x + (columnPitch - side(length)) / 2,
    y: y + (pitch - side(length)) / 2,
    width: side(length),
    height: side(length),
  });
  const texts = { values: lengthText(cell.values), scores: lengthText(cell.scores) };
  return (
    <g className={styles.cell} onClick={() => onSelect(t, s)}>
      <title>{translate("cell", { step: t + 1, token: name(token), ...texts })}</title>
      <rect className={styles.box} x={x} y={y} width={columnPitch} height={pitch} />
      <rect className={styles.values} {...square(cell.values)} />
      <rect className={styles.scores} {...square(cell.scores)} />
    </g>
  );
}
