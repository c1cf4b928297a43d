/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of an ARIA grid whose cells the layout places */
/** One row of the attention map: a decoder step's weights over the source, and its output token as the row's header. */
import { memo, useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lit } from "../../../engine/results/operation";
import type { DecoderStep } from "../../../engine/results/trace";
import type { TokenView } from "../../../engine/text/tokens";
import { largestColumn } from "../../../vis/facts/aligned";
import type { Scales } from "../../../vis/color";
import { shortWeight } from "../../../vis/format";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import type { Mark } from "../../../vis/facts/judgedTokens";
import styles from "./AttentionMap.module.css";
import { cellStyle } from "./cellStyle";
import { rowStyle } from "./rowStyle";
import { PARTS, partAttributes } from "../parts";
import { RowLabel } from "../rail/RowLabel";
import type { RowLook } from "../shown";
import { useMapMarks } from "../mapMarks";
import { useTokenName } from "../useTokenName";

export interface MapRowProps {
  readonly layout: StageLayout;
  readonly row: number;
  readonly step: DecoderStep;
  /** The step that the names of the cells describe. */
  readonly spoken: DecoderStep;
  readonly weights: Float32Array;
  readonly source: readonly TokenView[];
  readonly gold: readonly number[];
  readonly mark: Mark;
  /** Whether the decode drew the token at a temperature other than 1. */
  readonly tempered: boolean;
  readonly scales: Scales | null;
  readonly look: RowLook;
  /** The lit operation in the selected row; null in others. */
  readonly lit: Lit | null;
  /** The selected column; null outside the selected row. */
  readonly selected: number | null;
  /** Whether the selected cell is the grid's tab stop. */
  readonly stop: boolean;
}

/** A cell's name by its column. */
function useCellName(props: MapRowProps): (column: number) => string {
  const { row, spoken, source, gold } = props;
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const output = name(spoken.chosen);
  const { hiddenFrom, predicted } = useMapMarks();
  const nameOf = (column: number): string => {
    const token = source[column];
    if (row >= hiddenFrom)
      return t("cellHidden", { step: row + 1, source: token ? name(token) : "" });
    const weight = (spoken.attention?.weights[column] ?? 0).toFixed(2);
    const key = gold.includes(column) ? "cellGold" : "cell";
    return t(key, { step: row + 1, output, source: token ? name(token) : "", weight });
  };
  return (column) =>
    row === predicted?.row && column === predicted.column
      ? t("cellPredicted", { cell: nameOf(column) })
      : nameOf(column);
}

export const MapRow = memo(function MapRow(props: MapRowProps): ReactNode {
  const { layout, row, step, weights, source, look } = props;
  const name = useCellName(props);
  const { hiddenFrom, asked, predicted } = useMapMarks();
  const isHidden = row >= hiddenFrom;
  const expected = row === predicted?.row ? predicted : null;
  const label = useId();
  const largest = isHidden ? -1 : largestColumn(weights);
  return (
    <div
      role="row"
      aria-labelledby={label}
      className={styles.row}
      data-look={look}
      data-hidden={isHidden || undefined}
      data-asked={row === asked || undefined}
      data-predicted={expected?.column === null || undefined}
      style={rowStyle(layout, row)}
    >
      <RowLabel
        step={step}
        row={row}
        layout={layout}
        mark={props.mark}
        tempered={props.tempered}
        look={look}
        role="rowheader"
        id={label}
      />
      {source.map((_, column) => (
        <Cell
          key={column}
          {...props}
          column={column}
          name={name(column)}
          isHidden={isHidden}
          isLargest={!isHidden && column === largest}
          isPredicted={column === expected?.column}
        />
      ))}
    </div>
  );
});

interface CellProps extends Pick<
  MapRowProps,
  "layout" | "row" | "weights" | "gold" | "look" | "lit" | "selected" | "stop" | "scales"
> {
  readonly column: number;
  readonly name: string;
  /** Whether a lesson hides its weight until the student predicts. */
  readonly isHidden: boolean;
  readonly isLargest: boolean;
  readonly isPredicted: boolean;
}

function Cell(props: CellProps): ReactNode {
  const { row, column, look, isHidden, isLargest } = props;
  const weight = isHidden ? 0 : (props.weights[column] ?? 0);
  const isGold = !isHidden && props.gold.includes(column);
  const isSelected = column === props.selected;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      aria-label={props.name}
      aria-selected={isSelected}
      tabIndex={isSelected && props.stop ? 0 : -1}
      data-row={row}
      data-column={column}
      data-gold={isGold || undefined}
      data-largest={isLargest || undefined}
      data-predicted={props.isPredicted || undefined}
      {...partAttributes(PARTS.cell, props.lit)}
      style={cellStyle(props.layout, column, weight, props.scales)}
    >
      {look === "current" && !isHidden && <span>{shortWeight(weight)}</span>}
      {isLargest && <span className={styles.largest} />}
    </div>
  );
}
