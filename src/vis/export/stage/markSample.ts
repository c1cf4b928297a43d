/** A sample of a mark for the legend, 18 pixels wide. */
import type { LegendMark } from "../../layout/legend";
import type { Colors } from "../palette";
import { bordered, DOTS, element, path, rect, type Rect, rounded, type Svg } from "../svg";

type Sample = (colors: Colors, box: Rect) => Svg;

const SIDE = 16;

/** A box of 16 pixels, its left edge at x, in a line whose middle is at y. */
export function markSample(colors: Colors, mark: LegendMark, x: number, y: number): Svg {
  return SAMPLES[mark](colors, { x: rounded(x) + 1, y: y - SIDE / 2, width: SIDE, height: SIDE });
}

const middleOf = ({ x, y }: Rect) => ({ cx: x + SIDE / 2, cy: y + SIDE / 2 });

const SAMPLES: Readonly<Record<LegendMark, Sample>> = {
  halves: ({ encoder, zero }, box) =>
    bordered(box, 1.3, { rx: 3, fill: zero, stroke: encoder }) +
    rect({ ...box, y: box.y + 7, height: 2 }, { fill: encoder }),
  largest: ({ ink }, box) => element("circle", { ...middleOf(box), r: 2.5, fill: ink }),
  gold: ({ truth }, { x, y }) =>
    path(`M${x + 13} ${y + 4}H${x + 5}V${y + 12}`, { stroke: truth, "stroke-width": 2 }),
  asks: ({ decoder }, { x, y }) =>
    path(`M${x + 16} ${y + 8}H${x + 4}`, { stroke: decoder, "stroke-width": 1.4, "stroke-dasharray": "3 3" }) + // prettier-ignore
    element("polygon", { points: `${x},${y + 8} ${x + 5},${y + 5} ${x + 5},${y + 11}`, fill: decoder }), // prettier-ignore
  double: ({ decoder }, { x, y }) =>
    path(`M${x} ${y + 6}H${x + 16}M${x} ${y + 10}H${x + 16}`, { stroke: decoder, "stroke-width": 1.4 }), // prettier-ignore
  feeds: ({ decoder }, { x, y }) =>
    path(`M${x + 15} ${y + 4}H${x + 6}Q${x + 2} ${y + 4} ${x + 2} ${y + 8}V${y + 13}`, { stroke: decoder, "stroke-width": 1.4 }), // prettier-ignore
  truth: (colors, box) =>
    bordered(box, 1.5, { rx: 2, fill: colors["truth-soft"], stroke: colors.truth }) +
    element("polygon", { points: cornerOf(box, "top"), fill: colors.truth }),
  model: (colors, box) =>
    bordered(box, 1.3, { rx: 7.35, fill: colors["decoder-soft"], stroke: colors.decoder }),
  wrong: ({ danger, surface }, box) => {
    const { cx, cy } = middleOf(box);
    const cross = `M${cx - 2.5} ${cy - 2.5}L${cx + 2.5} ${cy + 2.5}M${cx + 2.5} ${cy - 2.5}L${cx - 2.5} ${cy + 2.5}`;
    return (
      element("circle", { cx, cy, r: 6.5, fill: danger }) +
      path(cross, { stroke: surface, "stroke-width": 1.6, "stroke-linecap": "round" })
    );
  },
  hand: ({ hand }, box) =>
    bordered(box, 1.5, { rx: 4, fill: "none", stroke: hand, ...DOTS }) +
    element("polygon", { points: cornerOf(box, "bottom"), fill: hand }),
  changed: (colors, box) =>
    bordered(box, 1.5, { rx: 4, fill: "none", stroke: colors["ink-2"], ...DOTS }),
};

function cornerOf({ x, y, width, height }: Rect, at: "top" | "bottom"): string {
  const right = x + width - 0.75;
  const edge = at === "top" ? y + 0.75 : y + height - 0.75;
  const inwards = at === "top" ? edge + 6 : edge - 6;
  return `${right},${edge} ${right},${inwards} ${right - 6},${edge}`;
}
