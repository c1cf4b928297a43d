/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of an ARIA grid whose cells the layout places */
/** One row of the attention map: a decoder step's weights over the source, and its output token as the row's header. */
import { memo, useId, useMemo, type ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import type { DecoderStep } from "../../../engine/results/trace";
import type { TokenView } from "../../../engine/text/tokens";
import { largestColumn } from "../../../vis/facts/aligned";
import { weightBefore } from "../../../vis/facts/byHand";
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
  readonly row: number;
  readonly step: DecoderStep;
  /** The step without the student's edits. */
  readonly before: DecoderStep | null;
  /** Whether the student set its weights. */
  readonly isByHand: boolean;
  /** The step that the names of the cells describe, and the same without edits. */
  readonly spoken: DecoderStep;
  readonly spokenBefore: DecoderStep | null;
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

/** The names of the cells, by column; the same array until the spoken trace changes, which is rare during training. */
function useCellNames(props: MapRowProps): readonly string[] {
  const { row, spoken, spokenBefore, isByHand, source } = props;
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const ghost = useGhostName();
  const { hiddenFrom, predicted, truth } = useMapMarks();
  const gold = props.gold.join();
  return useMemo(() => {
    const output = name(spoken.chosen);
    const marked = new Set(gold.split(","));
    const nameOf = (token: TokenView, column: number): string => {
      const values = { step: row + 1, output, source: name(token) };
      if (row >= hiddenFrom) return t("cellHidden", values);
      const weight = (spoken.attention?.weights[column] ?? 0).toFixed(2);
      const key = marked.has(String(column)) ? "cellGold" : "cell";
      const was = weightBefore(spoken, spokenBefore, column)?.toFixed(2) ?? null;
      return ghost(t(key, { ...values, weight }), isByHand, was);
    };
    return source.map((token, column) => {
      const cell = nameOf(token, column);
      const isAt = (mark: typeof truth): boolean => row === mark?.row && column === mark.column;
      const predictedCell = isAt(predicted) ? t("cellPredicted", { cell }) : cell;
      return isAt(truth) ? t("cellTrue", { cell: predictedCell }) : predictedCell;
    });
  }, [
    row,
    spoken,
    spokenBefore,
    isByHand,
    source,
    gold,
    t,
    name,
    ghost,
    hiddenFrom,
    predicted,
    truth,
  ]);
}

export const MapRow = memo(function MapRow(props: MapRowProps): ReactNode {
  const { layout, row, step, before, weights, source, look, scales, selected } = props;
  const names = useCellNames(props);
  const { hiddenFrom, asked, predicted, truth } = useMapMarks();
  const isHidden = row >= hiddenFrom;
  const expected = row === predicted?.row ? predicted : null;
  const real = row === truth?.row ? truth : null;
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
      data-true={real?.column === null || undefined}
      style={rowStyle(layout, row)}
    >
      <RowLabel
        step={step}
        before={before}
        spoken={props.spoken}
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
          layout={layout}
          row={row}
          column={column}
          name={names[column] ?? ""}
          weight={isHidden ? null : rounded(weights[column] ?? 0)}
          isWritten={look === "current"}
          isGold={!isHidden && props.gold.includes(column)}
          isLargest={column === largest}
          isPredicted={column === expected?.column}
          isTrue={column === real?.column}
          isByHand={!isHidden && props.isByHand}
          was={isHidden ? null : roundedOrNull(weightBefore(step, before, column))}
          isSelected={column === selected}
          isStop={column === selected && props.stop}
          scales={scales}
          lit={props.lit}
        />
      ))}
    </div>
  );
});

/** As a cell shows it. */
const rounded = (weight: number): number => Number(weight.toFixed(2));
const roundedOrNull = (weight: number | null) => (weight === null ? null : rounded(weight));

interface CellProps extends Pick<MapRowProps, "layout" | "row" | "lit" | "scales"> {
  readonly column: number;
  readonly name: string;
  /** Rounded, so that a cell that looks the same is not drawn again; null: a lesson hides it until the student predicts. */
  readonly weight: number | null;
  readonly isWritten: boolean;
  readonly isGold: boolean;
  readonly isLargest: boolean;
  readonly isPredicted: boolean;
  readonly isTrue: boolean;
  readonly isByHand: boolean;
  /** The weight before the edits; null where it is the same. */
  readonly was: number | null;
  readonly isSelected: boolean;
  readonly isStop: boolean;
}

/** The marks of a cell, as attributes for the style sheet. */
function marksOf({ isGold, isLargest, isPredicted, isTrue, isByHand, was }: CellProps) {
  return {
    "data-gold": isGold || undefined,
    "data-largest": isLargest || undefined,
    "data-predicted": isPredicted || undefined,
    "data-true": isTrue || undefined,
    "data-hand": isByHand || undefined,
    "data-changed": was !== null || undefined,
  };
}

const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { row, column, weight, was, isSelected } = props;
  const isGhost = props.isWritten && !props.layout.compact;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      aria-label={props.name}
      aria-selected={isSelected}
      tabIndex={props.isStop ? 0 : -1}
      data-row={row}
      data-column={column}
      {...marksOf(props)}
      data-was={(isGhost && was !== null) || undefined}
      {...partAttributes(PARTS.cell, props.lit)}
      style={cellStyle(props.layout, column, weight ?? 0, props.scales)}
    >
      {props.isWritten && weight !== null && <span>{shortWeight(weight)}</span>}
      <CellMark isLargest={props.isLargest} was={isGhost ? was : null} />
    </div>
  );
});

interface CellMarkProps {
  readonly isLargest: boolean;
  readonly was: number | null;
}

/** What the cell has room for below its number: the weight before the edits, or the dot of the largest weight. */
function CellMark({ isLargest, was }: CellMarkProps): ReactNode {
  if (was === null) return isLargest && <span className={styles.largest} />;
  return <s className={styles.was}>{shortWeight(was) || 0}</s>; // the name of the cell says it in words
}
