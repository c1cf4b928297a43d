/** Accuracy by position of the answer: two lines, told apart by shape and dashes too, and the bars of first errors. */
import type { PositionScore } from "../../../engine/results/scoreReport";
import {
  ERROR_BARS,
  layoutPositions,
  POSITION_LABELS,
  type PositionPoint,
  POSITIONS_FRAME,
  POSITIONS_HEIGHT,
} from "../../charts/positionChart";
import type { About, Numbers } from "../figureText";
import type { Colors, Palette } from "../palette";
import { bordered, drawing, element, hatched, path, type Rect, rounded, type Svg } from "../svg";
import { keyPart, label, rule } from "./chartParts";

export interface PositionsFigure {
  readonly scores: readonly PositionScore[];
  readonly about: About;
  readonly numbers: Numbers;
  readonly palette: Palette;
  readonly rows: Readonly<Record<"position" | "examples" | "errors", string>>;
  readonly meanings: Readonly<Record<"free" | "forced" | "errors", string>>;
}

const WIDTH = 560;
const KEYS_AT = POSITIONS_HEIGHT + 8;
const RADIUS = 3.5; // of a mark

export function positionsSvg(figure: PositionsFigure): Svg {
  const { scores, about, numbers, palette } = figure;
  const { colors } = palette;
  const right = WIDTH - 12;
  const { left } = POSITIONS_FRAME;
  const chart = layoutPositions(scores, { ...POSITIONS_FRAME, right }, ERROR_BARS);
  const keys = keyPart(colors, keysOf(figure), KEYS_AT, WIDTH);
  const atLeft = (content: string, y: number): Svg =>
    label(colors, content, { x: left - 6, y, anchor: "end" });
  return drawing(
    { ...about, ground: colors.surface, width: WIDTH, height: KEYS_AT + keys.height },
    ...chart.yTicks.map(
      ({ value, at }) => rule(colors, at, left, right) + atLeft(numbers.percent(value, 0), at),
    ),
    path(chart.forcedLine, { stroke: colors.truth, "stroke-width": 2, "stroke-dasharray": "6 3" }),
    path(chart.freeLine, { stroke: colors.decoder, "stroke-width": 2 }),
    atLeft(figure.rows.position, POSITION_LABELS.position - 4),
    atLeft(figure.rows.examples, POSITION_LABELS.examples - 4),
    ...chart.points.map((point) => drawnPoint(figure, point, chart.barWidth)),
    rule(colors, ERROR_BARS.bottom, left, right),
    atLeft(figure.rows.errors, ERROR_BARS.bottom - 4),
    keys.svg,
  );
}

function drawnPoint(
  { numbers, palette }: PositionsFigure,
  point: PositionPoint,
  width: number,
): Svg {
  // prettier-ignore
  const { colors } = palette;
  const { x, freeY, forcedY, bar, firstErrors } = point;
  const at = (content: string, y: number): Svg => label(colors, content, { x, y, anchor: "middle" }); // prettier-ignore
  const box = { x: x - width / 2, y: bar.y, width, height: bar.height };
  return [
    forcedMark(colors, x, forcedY),
    freeMark(colors, x, freeY),
    firstErrors > 0 ? errorBar(colors, box) + at(numbers.number(firstErrors), bar.y - 8) : "",
    point.hasLabel ? at(String(point.position), POSITION_LABELS.position - 4) : "",
    point.hasLabel ? at(numbers.number(point.examples), POSITION_LABELS.examples - 4) : "",
  ].join("");
}

/** A filled circle. */
const freeMark = ({ decoder }: Colors, cx: number, cy: number): Svg =>
  element("circle", { cx, cy, r: RADIUS, fill: decoder });

/** An open diamond, larger than the circle so that it shows around one at the same place. */
function forcedMark({ truth }: Colors, x: number, y: number): Svg {
  const r = 2 * RADIUS;
  const start = `M${rounded(x - r)} ${rounded(y)}`;
  return path(`${start}l${r} ${-r}l${r} ${r}l${-r} ${r}z`, { stroke: truth, "stroke-width": 1.5 });
}

function errorBar({ decoder }: Colors, box: Rect): Svg {
  return (
    path(hatched(box, 7), { stroke: decoder, "stroke-width": 1.5 }) +
    bordered(box, 1, { fill: "none", stroke: decoder })
  );
}

function keysOf({ palette, meanings }: PositionsFigure) {
  const { colors } = palette;
  return [
    { label: meanings.free, sample: (x: number, y: number) => freeMark(colors, x + 10, y) },
    { label: meanings.forced, sample: (x: number, y: number) => forcedMark(colors, x + 10, y) },
    {
      label: meanings.errors,
      sample: (x: number, y: number) =>
        errorBar(colors, { x: x + 3, y: y - 7, width: 14, height: 14 }),
    },
  ];
}
