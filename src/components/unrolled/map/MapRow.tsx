/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of an ARIA grid whose cells the layout places */
/** One row of the attention map: a decoder step's weights over the source, and its output token as the row's header. */
import { memo, useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Op } from "../../../engine/results/operation";
import type { DecoderStep, Trace } from "../../../engine/results/trace";
import { largestColumn } from "../../../vis/facts/aligned";
import { isSetByHand, untouchedStep, weightBefore } from "../../../vis/facts/byHand";
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
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";

export interface MapRowProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly row: number;
  readonly step: DecoderStep;
  /** The step that the names of the cells describe. */
  readonly spoken: DecoderStep;
  readonly weights: Float32Array;
  readonly gold: readonly number[];
  readonly mark: Mark;
  /** Whether the decode drew the token at a temperature other than 1. */
  readonly tempered: boolean;
  readonly scales: Scales | null;
  readonly look: RowLook;
  /** The lit operation in the selected row; null in others. */
  readonly lit: Op | null;
  /** The selected column; null outside the selected row. */
  readonly selected: number | null;
  /** Whether the selected cell is the grid's tab stop. */
  readonly stop: boolean;
}

/** A cell's name by its column. */
function useCellName(props: MapRowProps): (column: number) => string {
  const { trace, row, spoken, gold } = props;
  const { source } = trace;
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const output = name(spoken.chosen);
  const ghost = useGhostName();
  const { hiddenFrom, predicted } = useMapMarks();
  const isByHand = isSetByHand(trace, "look", row);
  const nameOf = (column: number): string => {
    const token = source[column];
    if (row >= hiddenFrom)
      return t("cellHidden", { step: row + 1, source: token ? name(token) : "" });
    const weight = (spoken.attention?.weights[column] ?? 0).toFixed(2);
    const key = gold.includes(column) ? "cellGold" : "cell";
    const now = t(key, { step: row + 1, output, source: token ? name(token) : "", weight });
    const was = weightBefore(spoken, untouchedStep(trace, row), column);
    return ghost(now, isByHand, was?.toFixed(2) ?? null);
  };
  return (column) =>
    row === predicted?.row && column === predicted.column
      ? t("cellPredicted", { cell: nameOf(column) })
      : nameOf(column);
}

export const MapRow = memo(function MapRow(props: MapRowProps): ReactNode {
  const { layout, trace, row, step, weights, look } = props;
  const before = untouchedStep(trace, row);
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
        before={before}
        row={row}
        layout={layout}
        mark={props.mark}
        tempered={props.tempered}
        look={look}
        role="rowheader"
        id={label}
      />
      {trace.source.map((_, column) => (
        <Cell
          key={column}
          {...props}
          column={column}
          name={name(column)}
          isHidden={isHidden}
          isLargest={!isHidden && column === largest}
          isPredicted={column === expected?.column}
          isByHand={!isHidden && isSetByHand(trace, "look", row)}
          was={isHidden ? null : weightBefore(step, before, column)}
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
  readonly isByHand: boolean;
  /** The weight before the edits; null where it is the same. */
  readonly was: number | null;
}

/** The marks of a cell, as attributes for the style sheet. */
function marksOf({ column, isHidden, isLargest, isPredicted, isByHand, ...props }: CellProps) {
  return {
    "data-gold": (!isHidden && props.gold.includes(column)) || undefined,
    "data-largest": isLargest || undefined,
    "data-predicted": isPredicted || undefined,
    "data-hand": isByHand || undefined,
    "data-changed": props.was !== null || undefined,
  };
}

function Cell(props: CellProps): ReactNode {
  const { row, column, look, isHidden, isLargest, was } = props;
  const weight = isHidden ? 0 : (props.weights[column] ?? 0);
  const isSelected = column === props.selected;
  const isGhost = was !== null && look === "current" && !props.layout.compact;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      aria-label={props.name}
      aria-selected={isSelected}
      tabIndex={isSelected && props.stop ? 0 : -1}
      data-row={row}
      data-column={column}
      {...marksOf(props)}
      {...partAttributes(PARTS.cell, props.lit)}
      style={cellStyle(props.layout, column, weight, props.scales)}
    >
      {look === "current" && !isHidden && <span>{shortWeight(weight)}</span>}
      <CellMark isLargest={isLargest} was={isGhost ? was : null} />
    </div>
  );
}

interface CellMarkProps {
  readonly isLargest: boolean;
  readonly was: number | null;
}

/** What the cell has room for below its number: the weight before the edits, or the dot of the largest weight. */
function CellMark({ isLargest, was }: CellMarkProps): ReactNode {
  const { t } = useTranslation("stage");
  if (was === null) return isLargest && <span className={styles.largest} />;
  return <span className={styles.was}>{t("wasMark", { was: shortWeight(was) || 0 })}</span>;
}
