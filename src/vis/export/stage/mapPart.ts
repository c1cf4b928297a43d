/** The attention map of the stage: its cells with their weights and marks, as the page draws them. */
import { alignedColumns, largestColumn } from "../../facts/aligned";
import { isSetByHand, untouchedStep, weightBefore } from "../../facts/byHand";
import { shortWeight } from "../../format";
import { cellBox } from "../../layout/stageBoxes";
import {
  bordered,
  DOTS,
  group,
  inset,
  path,
  rect,
  type Rect,
  rounded,
  type Svg,
  text,
} from "../svg";
import { faintness, type StageFigure } from "./stageFigure";

const NUMBER = 12; // font size

export function mapPart(figure: StageFigure): Svg {
  const { trace } = figure;
  const rows = trace.steps.map((_, row) => mapRow(figure, row));
  const selected = figure.column === null ? "" : selection(figure, figure.column);
  return group({}, ...rows, selected);
}

function mapRow(figure: StageFigure, row: number): Svg {
  const { trace } = figure;
  const step = trace.steps[row];
  const weights = step?.attention?.weights;
  if (!step || !weights) return "";
  const before = untouchedStep(trace, row);
  const largest = largestColumn(weights);
  const gold = alignedColumns(trace, row);
  const cells = Array.from(weights, (weight, column) =>
    cell(figure, {
      box: cellBox(figure.layout, row, column),
      weight,
      isWritten: figure.hasNumbers === true || row === figure.index,
      isLargest: column === largest,
      isGold: gold.includes(column),
      isByHand: isSetByHand(trace, "look", row),
      was: weightBefore(step, before, column),
    }),
  );
  const opacity = figure.hasNumbers ? null : faintness(figure, row); // numbers on pale cells would be hard to read
  return group({ opacity }, ...cells);
}

interface Cell {
  readonly box: Rect;
  readonly weight: number;
  /** Whether it shows its number. */
  readonly isWritten: boolean;
  readonly isLargest: boolean;
  readonly isGold: boolean;
  readonly isByHand: boolean;
  /** The weight before the edits; null: the same. */
  readonly was: number | null;
}

function cell(figure: StageFigure, of: Cell): Svg {
  const { box, isWritten, isLargest, isGold, isByHand, was } = of;
  const { palette, layout } = figure;
  const weight = Number(of.weight.toFixed(2)); // as the page shows it
  const ink = palette.scales.weightText(weight);
  const hasWas = isWritten && !layout.compact && was !== null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isBold = isLargest && isWritten;
  return [
    ground(figure, of, palette.weight(weight)),
    isGold ? goldCorner(box, figure) : "",
    isByHand ? handCorner(box, figure) : "",
    isWritten
      ? text(shortWeight(weight), {
          x,
          y: hasWas ? y - 0.55 * NUMBER : y,
          size: NUMBER,
          fill: ink,
          anchor: "middle",
          weight: isBold ? 700 : undefined,
        })
      : "",
    hasWas ? oldWeight(box, was, ink) : "",
    isLargest && !hasWas ? largestDot(figure, box, isWritten, ink) : "",
  ].join("");
}

/** Dotted where an edit has changed the weight, in the hue of the hand where the row was set. */
function ground({ palette, layout }: StageFigure, of: Cell, fill: string): Svg {
  const { colors } = palette;
  const rx = layout.compact ? 4 : 5;
  if (!of.isByHand && of.was === null)
    return bordered(of.box, 1, { rx, fill, stroke: colors.line });
  const stroke = of.isByHand ? colors.hand : colors["ink-2"];
  return bordered(of.box, 1.5, { rx, fill, stroke, ...DOTS });
}

/** The token's aligned source by the task's rule, with an edge for strong cells. */
function goldCorner({ x, y }: Rect, { palette, layout }: StageFigure): Svg {
  const long = layout.compact ? 6 : 7;
  const at = layout.compact ? 2 : 3; // with the border
  const [left, top] = [rounded(x + at), rounded(y + at)];
  const { truth, surface } = palette.colors;
  const corner = `M${left + long + 0.5} ${top + 1.25}H${left + 1.25}V${top + long + 0.5}`;
  const line = `M${left + long} ${top + 1}H${left + 1}V${top + long}`;
  return (
    path(corner, { stroke: surface, "stroke-width": 2.5 }) +
    path(line, { stroke: truth, "stroke-width": 2 })
  );
}

function handCorner(box: Rect, { palette, layout }: StageFigure): Svg {
  const side = layout.compact ? 5 : 7;
  const [right, bottom] = [rounded(box.x + box.width - 1.5), rounded(box.y + box.height - 1.5)];
  const { hand, surface } = palette.colors;
  const d = `M${right} ${bottom - side}V${bottom}H${right - side}Z`;
  return path(d, { fill: hand, stroke: surface, "stroke-width": 0.7 });
}

function oldWeight({ x, y, width, height }: Rect, was: number, fill: string): Svg {
  const place = { x: x + width / 2, y: y + height - 3 - NUMBER / 2 };
  const style = { size: NUMBER, fill, anchor: "middle", decoration: "line-through" } as const;
  return text(shortWeight(was) || "0", { ...place, ...style });
}

/** The dot of the row's largest weight; below the number where the cell has one and room for both. */
function largestDot({ layout }: StageFigure, box: Rect, isWritten: boolean, fill: string): Svg {
  if (isWritten && layout.compact) return "";
  const side = isWritten ? 4 : 5;
  const x = box.x + (box.width - side) / 2;
  const y = isWritten ? box.y + box.height - 4 - side : box.y + (box.height - side) / 2;
  return rect({ x, y, width: side, height: side }, { rx: side / 2, fill });
}

/** The outline of the selected cell. */
function selection({ layout, palette, index }: StageFigure, column: number): Svg {
  const box = inset(cellBox(layout, index, column), -1);
  const rx = layout.compact ? 5 : 6;
  return rect(box, { rx, fill: "none", stroke: palette.colors.ink, "stroke-width": 2 });
}
