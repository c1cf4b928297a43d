/** The decode that stands beside the shown one: its tokens, the line where the two part, and a hatch on the errors after it. */
import { partingOf, type AlignedStep } from "../../facts/parting";
import { middle, type Span } from "../../layout/rail";
import { saidBox } from "../../layout/stageBoxes";
import { rowY } from "../../layout/stageLayout";
import { textWidth } from "../fitText";
import { bordered, DOTS, group, hatched, path, rect, type Rect, type Svg, text } from "../svg";
import type { StageFigure } from "./stageFigure";
import { tokenText } from "./tokenPart";

const SMALL = 12; // font size

export function partingPart(figure: StageFigure): Svg {
  const { layout, trace, texts, palette } = figure;
  const { beside: column } = layout.rail;
  if (!trace.beside || !column) return "";
  const { steps, says } = partingOf(trace, trace.beside);
  const heading = text(texts.parting.symbol, {
    x: middle(column),
    y: layout.header.headingsTop + 8,
    size: SMALL,
    fill: palette.colors["ink-2"],
    anchor: "middle",
  });
  const rows = steps
    .slice(0, trace.steps.length)
    .map((step, row) => besideRow(figure, column, step, row));
  return group({}, heading, ...rows, says === null ? "" : partingLine(figure, says));
}

function besideRow(figure: StageFigure, column: Span, step: AlignedStep, row: number): Svg {
  const { layout, texts, palette } = figure;
  const { colors } = palette;
  const box = saidBox(layout, row, column);
  const size = layout.chipFont;
  const fill = step.isBesideError ? colors.danger : step.differs ? colors.ink : colors["ink-2"];
  const weight = step.differs ? 600 : undefined;
  const shown = layout.rail.said ?? layout.rail.state;
  const whole = { ...shown, y: rowY(layout, row) + 1, height: layout.pitch - 2 };
  const frame = { rx: 7, stroke: step.isBesideError ? colors.danger : colors.ink, fill: "none" };
  const name = step.beside
    ? tokenText(step.beside, box, { size, fill, weight })
    : text(texts.parting.ended, { ...centre(box), size, fill, anchor: "middle" });
  return [
    step.isShownError ? errorHatch(whole, colors.danger) : "",
    step.isBesideError ? errorHatch(box, colors.danger) : "",
    step.differs ? bordered(box, 1.5, { ...frame, ...DOTS }) : "",
    name,
  ].join("");
}

const centre = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 });

function errorHatch(box: Rect, stroke: string): Svg {
  return path(hatched(box, 8.5), { stroke, opacity: 0.34 });
}

/** Across the whole stage, with its name at the left edge. */
function partingLine({ layout, texts, palette }: StageFigure, row: number): Svg {
  const { ink, surface } = palette.colors;
  const y = rowY(layout, row);
  const label = texts.parting.mark;
  const width = textWidth(label, SMALL) + 10;
  return [
    path(`M0 ${y}H${layout.width}`, { stroke: ink, "stroke-width": 2, "stroke-dasharray": "5 4" }),
    rect({ x: 0, y: y - 8, width, height: 16 }, { rx: 4, fill: ink }),
    text(label, { x: width / 2, y, size: SMALL, fill: surface, anchor: "middle" }),
  ].join("");
}
