/** The curves of a run: losses, exact match or attention by update, with their names at their ends. */
import type { Frame } from "../../charts/curves";
import { frameOf, type PlotFrame, tickAnchor } from "../../charts/plotFrame";
import {
  type CurveName,
  CURVES_BY_DEPTH,
  diamond,
  layoutTimeline,
  type TimelineData,
  type TimelineLayout,
} from "../../charts/timeline";
import type { About, Numbers } from "../figureText";
import type { Colors, Palette } from "../palette";
import { drawing, element, path, rect, rounded, type Svg } from "../svg";
import { label, rule } from "./chartParts";

export interface CurvesFigure {
  readonly data: TimelineData;
  readonly about: About;
  readonly numbers: Numbers;
  readonly palette: Palette;
  /** The chance level's name; null: the number of target tokens is not known. */
  readonly chance: string | null;
  readonly even: string;
  readonly names: Readonly<Record<CurveName, string>>;
  /** The names of the axes: at the left, at the right and below. */
  readonly axes: { readonly left: string; readonly right: string; readonly below: string };
}

const SIZE = { width: 760, height: 260 };
const HEAD = 26; // for the names of the axes
const FOOT = 18;
const APART = 13; // pixels: a named level hides a number this near
const SAMPLE = 14;

interface Line {
  readonly hue: keyof Colors;
  readonly width: number;
  readonly dashes?: string;
}

const LINES: Readonly<Record<CurveName, Line>> = {
  loss: { hue: "ink", width: 1.5 },
  heldOut: { hue: "ink", width: 1.5, dashes: "5 3" },
  match: { hue: "truth", width: 2 },
  alignment: { hue: "truth", width: 2 },
  entropy: { hue: "attention", width: 2 },
  truth: { hue: "truth", width: 1.5, dashes: "1.5 3" },
};

export function curvesSvg(figure: CurvesFigure): Svg {
  const { data, about, palette } = figure;
  const frame = framed();
  const layout = layoutTimeline(data, frame);
  const { colors } = palette;
  const box = { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }; // prettier-ignore
  const best = layout.best && path(diamond(layout.best), { fill: colors.surface, stroke: colors.truth, "stroke-width": 1.75 }); // prettier-ignore
  return drawing(
    { ...about, ground: colors.surface, width: SIZE.width, height: SIZE.height + FOOT },
    rect(box, { rx: 3, fill: colors.raised, opacity: 0.6 }),
    axes(figure, frame),
    scales(figure, layout, frame),
    levels(figure, layout, frame),
    path(layout.band, { fill: colors.ink, opacity: 0.12 }),
    ...CURVES_BY_DEPTH.map((curve) => drawnCurve(colors, curve, layout.curves[curve])),
    ...layout.dots.map(({ x, y }) => element("circle", { cx: x, cy: y, r: 2, fill: colors.truth })),
    best ?? "",
    ...layout.names.map((name) => nameOf(figure, name, frame)),
  );
}

/** The frame of the page's plot, under a line for the names of the axes. */
function framed(): PlotFrame {
  const frame = frameOf(SIZE.width, SIZE.height - HEAD);
  return {
    ...frame,
    top: frame.top + HEAD,
    bottom: frame.bottom + HEAD,
    height: frame.height + HEAD,
  };
}

function drawnCurve(colors: Colors, curve: CurveName, d: string): Svg {
  const { hue, width, dashes } = LINES[curve];
  const style = { stroke: colors[hue], "stroke-width": width, "stroke-dasharray": dashes };
  return path(d, { ...style, "stroke-linejoin": "round" });
}

function axes({ axes: names, palette }: CurvesFigure, frame: PlotFrame): Svg {
  const { colors } = palette;
  const y = frame.top - 16;
  const below = { x: (frame.left + frame.right) / 2, y: frame.height + 10 };
  return [
    label(colors, names.left, { x: 0, y, fill: colors.ink }),
    label(colors, names.right, { x: frame.right + 10, y, fill: colors.truth }),
    label(colors, names.below, { ...below, anchor: "middle" }),
  ].join("");
}

function scales(
  { numbers, palette, chance }: CurvesFigure,
  layout: TimelineLayout,
  frame: PlotFrame,
): Svg {
  // prettier-ignore
  const { colors } = palette;
  const { chanceAt, even } = layout;
  const shares = layout.shareTicks.map(({ value, at }) => {
    const place = { x: frame.right + 10, y: at, fill: colors.truth };
    return rule(colors, at, frame.left, frame.right) + label(colors, numbers.percent(value, 0), place); // prettier-ignore
  });
  const losses = layout.lossTicks
    .filter(({ at }) => chance === null || Math.abs(at - chanceAt) > APART)
    .filter(({ at }) => even === null || Math.abs(at - even.at) > APART)
    .map(({ value, at }) => atLeft(colors, frame, { name: numbers.number(value, 1), at }));
  const updates = layout.updateTicks.map(({ value, at }) =>
    label(colors, numbers.number(value), {
      x: at,
      y: frame.height - 7,
      anchor: tickAnchor(at, frame),
    }),
  );
  return [...shares, ...losses, ...updates].join("");
}

interface Level {
  readonly name: string;
  readonly at: number;
  readonly fill?: string;
}

/** On the axis of the losses. */
function atLeft(colors: Colors, { left }: Frame, { name, at, fill = colors["ink-2"] }: Level): Svg {
  return label(colors, name, { x: left - 5, y: at, anchor: "end", fill });
}

/** The loss of a uniform guess, and the entropy of even attention. */
function levels(
  { palette, chance, even: evenName }: CurvesFigure,
  layout: TimelineLayout,
  frame: PlotFrame,
): Svg {
  // prettier-ignore
  const { colors } = palette;
  const { chanceAt, even } = layout;
  const line = (y: number, stroke: string): Svg =>
    path(`M${frame.left} ${rounded(y)}H${rounded(frame.right)}`, { stroke, "stroke-dasharray": "2 3" }); // prettier-ignore
  const isNamed = even !== null && (chance === null || Math.abs(even.at - chanceAt) > APART);
  return [
    chance === null
      ? ""
      : line(chanceAt, colors.edge) + atLeft(colors, frame, { name: chance, at: chanceAt }),
    even ? line(even.at, colors.attention) : "",
    isNamed ? atLeft(colors, frame, { name: evenName, at: even.at, fill: colors.attention }) : "",
  ].join("");
}

function nameOf(
  { names, palette }: CurvesFigure,
  { curve, at }: TimelineLayout["names"][number],
  { namesAt }: PlotFrame,
): Svg {
  // prettier-ignore
  const { colors } = palette;
  const x = namesAt ?? 0;
  const isDotted = curve === "match" || curve === "alignment";
  return [
    drawnCurve(colors, curve, `M${x} ${rounded(at)}h${SAMPLE}`),
    isDotted
      ? element("circle", { cx: x + SAMPLE / 2, cy: at, r: 2, fill: colors[LINES[curve].hue] })
      : "",
    label(colors, names[curve], { x: x + SAMPLE + 5, y: at, fill: colors[LINES[curve].hue] }),
  ].join("");
}
