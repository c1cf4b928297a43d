/** Exact match by source length: one bar per length, filled where training draws such sources. */
import type { LengthScore } from "../../../engine/results/scoreReport";
import { layoutLengths, type LengthBar, LENGTHS_FRAME, LENGTHS_HEIGHT } from "../../charts/lengthChart"; // prettier-ignore
import type { About, Numbers } from "../figureText";
import type { Colors, Palette } from "../palette";
import { bordered, drawing, hatched, path, rect, type Rect, rounded, type Svg } from "../svg";
import { keyPart, label, rule } from "./chartParts";

export interface LengthsFigure {
  readonly scores: readonly LengthScore[];
  readonly about: About;
  readonly numbers: Numbers;
  readonly palette: Palette;
  readonly unit: string; // of the axis
  readonly seen: string;
  readonly unseen: string;
}

const WIDTH = 520;
const AXIS = 18; // height of the axis' name

export function lengthsSvg(figure: LengthsFigure): Svg {
  const { scores, about, numbers, palette } = figure;
  const { colors } = palette;
  const right = WIDTH - 4;
  const { left, bottom } = LENGTHS_FRAME;
  const chart = layoutLengths(scores, { ...LENGTHS_FRAME, right });
  const { trained } = chart;
  const keys = keyPart(colors, keysOf(figure), LENGTHS_HEIGHT + AXIS, WIDTH);
  const grid = chart.yTicks.map(({ value, at }) => {
    const place = { x: left - 6, y: at, anchor: "end" } as const;
    return rule(colors, at, left, right) + label(colors, numbers.percent(value, 0), place);
  });
  const line = trained && `M${rounded(trained.from + 2)} ${bottom + 4}H${rounded(trained.to - 2)}`;
  return drawing(
    {
      ...about,
      ground: colors.surface,
      width: WIDTH,
      height: LENGTHS_HEIGHT + AXIS + keys.height,
    },
    ...grid,
    ...chart.bars.map((bar) => drawnBar(figure, bar, chart.hasShares)),
    path(line ?? "", { stroke: colors.truth, "stroke-width": 3 }),
    label(colors, figure.unit, { x: (left + right) / 2, y: LENGTHS_HEIGHT + 6, anchor: "middle" }),
    keys.svg,
  );
}

function drawnBar({ numbers, palette }: LengthsFigure, bar: LengthBar, hasShare: boolean): Svg {
  const { colors } = palette;
  const { middle, length, share, isSeen, hasLabel, y } = bar;
  const { bottom } = LENGTHS_FRAME;
  return [
    (isSeen ? filled : striped)(colors, bar),
    hasShare ? label(colors, numbers.percent(share, 0), { x: middle, y: y - 9, anchor: "middle" }) : "", // prettier-ignore
    hasLabel ? label(colors, String(length), { x: middle, y: bottom + 17, anchor: "middle" }) : "",
  ].join("");
}

const filled = (colors: Colors, box: Rect): Svg => rect(box, { fill: colors.truth });

const striped = (colors: Colors, box: Rect): Svg =>
  path(hatched(box, 7), { stroke: colors.truth, "stroke-width": 1.5 }) +
  bordered(box, 1.25, { fill: "none", stroke: colors.truth });

function keysOf({ scores, palette, seen, unseen }: LengthsFigure) {
  const sample = (draw: typeof filled) => (x: number, y: number) =>
    draw(palette.colors, { x: x + 4, y: y - 6, width: 12, height: 12 });
  const first = { label: seen, sample: sample(filled) };
  const second = { label: unseen, sample: sample(striped) };
  return scores.some(({ isSeen }) => !isSeen) ? [first, second] : [first];
}
