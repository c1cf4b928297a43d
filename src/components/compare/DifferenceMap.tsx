/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an ARIA grid, so that the keys of the map work here, too */
/** The difference of two attention maps: an ARIA grid of A's weights minus B's, diverging around 0. */
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { TokenView } from "../../engine/text/tokens";
import type { Scales } from "../../vis/color";
import { textOn } from "../../vis/color";
import type { MapDifference } from "../../vis/facts/mapDifference";
import { glyph, isSpecial } from "../../vis/layout/labels";
import { spelled } from "../../vis/layout/spelled";
import { useGridKeys } from "../unrolled/map/useGridKeys";
import type { OnSelect } from "../unrolled/shown";
import { useScales } from "../unrolled/tile/useScales";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./DifferenceMap.module.css";

export interface DifferenceMapProps {
  readonly source: readonly TokenView[];
  readonly rows: MapDifference;
  readonly index: number; // selected row
  readonly column: number | null;
  readonly onSelect: OnSelect;
}

export function DifferenceMap(props: DifferenceMapProps): ReactNode {
  const { source, rows, index, column, onSelect } = props;
  const { t } = useTranslation("compare");
  const scales = useScales();
  const { header, ...keys } = useGridKeys({ rows: rows.length, columns: source.length }, onSelect);
  const size: CSSProperties & Record<`--${string}`, number> = {
    "--columns": source.length,
    "--rows": rows.length + 1,
  };
  return (
    <div
      {...keys}
      role="grid"
      aria-label={t("difference.grid")}
      className={styles.grid}
      style={size}
      tabIndex={-1}
    >
      <SourceRow source={source} column={column} header={header} />
      {rows.map((row, step) => (
        <Row
          key={step}
          {...row}
          step={step}
          source={source}
          scales={scales}
          isCurrent={step === index}
          selected={step === index ? column : null}
          isStop={header === null}
        />
      ))}
    </div>
  );
}

interface SourceRowProps extends Pick<DifferenceMapProps, "source" | "column"> {
  readonly header: number | null;
}

function SourceRow({ source, column, header }: SourceRowProps): ReactNode {
  const { t } = useTranslation("compare");
  const name = useTokenName();
  return (
    <div role="row" className={styles.row} aria-label={t("difference.source")}>
      <span role="columnheader" className={styles.corner}>
        {t("difference.outputs")}
      </span>
      {source.map((token, s) => (
        <span
          key={s}
          role="columnheader"
          className={styles.token}
          aria-label={name(token)}
          data-special={isSpecial(token) || undefined}
          data-row={-1}
          data-column={s}
          data-current={s === column || undefined}
          tabIndex={s === header ? 0 : -1}
        >
          {glyph(token)}
        </span>
      ))}
    </div>
  );
}

type RowProps = MapDifference[number] &
  Pick<DifferenceMapProps, "source"> & {
    readonly step: number;
    readonly scales: Scales | null;
    readonly isCurrent: boolean;
    readonly selected: number | null;
    readonly isStop: boolean;
  };

function Row({ a, b, weights, step, source, scales, ...look }: RowProps): ReactNode {
  const { t } = useTranslation("compare");
  const name = useTokenName();
  const differs = a.chosen.id !== b.chosen.id;
  const outputs = { step: step + 1, a: name(a.chosen), b: name(b.chosen) };
  return (
    <div role="row" className={styles.row} data-current={look.isCurrent || undefined}>
      <span
        role="rowheader"
        className={styles.outputs}
        data-row={step}
        aria-label={t(differs ? "difference.rowApart" : "difference.row", outputs)}
      >
        <span className={styles.step}>{step + 1}</span>
        <b>{spelled(a.chosen)}</b>
        {differs && <b className={styles.other}>{spelled(b.chosen)}</b>}
      </span>
      {weights.map((weight, column) => (
        <Cell
          key={column}
          row={step}
          column={column}
          {...weight}
          name={source[column] ? name(source[column]) : ""}
          scales={scales}
          isSelected={column === look.selected}
          isStop={look.isStop && column === look.selected}
        />
      ))}
    </div>
  );
}

interface CellProps {
  readonly row: number;
  readonly column: number;
  readonly a: number;
  readonly b: number;
  readonly name: string;
  readonly scales: Scales | null;
  readonly isSelected: boolean;
  readonly isStop: boolean;
}

function Cell({ row, column, a, b, name, scales, isSelected, isStop }: CellProps): ReactNode {
  const { t } = useTranslation("compare");
  const text = signed(a - b);
  const values = { step: row + 1, source: name, a: a.toFixed(2), b: b.toFixed(2) };
  return (
    <span
      role="gridcell"
      className={styles.cell}
      aria-label={t("difference.cell", { ...values, difference: text })}
      aria-selected={isSelected}
      data-row={row}
      data-column={column}
      tabIndex={isStop ? 0 : -1}
      title={t("difference.tip", values)}
      style={scales ? coloured(scales, a - b) : {}}
    >
      {text === "0" ? "" : text}
    </span>
  );
}

function coloured(scales: Scales, difference: number): CSSProperties {
  const [red, green, blue] = scales.signed(difference);
  return {
    background: `rgb(${red} ${green} ${blue})`,
    color: textOn([red, green, blue]),
  };
}

/** As in "+.62"; 0 where the two weights are the same on a map. */
function signed(difference: number): string {
  const digits = Math.abs(difference).toFixed(2);
  if (digits === "0.00") return "0";
  return `${difference < 0 ? "−" : "+"}${digits.replace(/^0/, "")}`;
}
