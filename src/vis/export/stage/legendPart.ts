/** How to read the stage, below it: the scales with their numbers, and a sample of each mark with its meaning. */
import type { Palette } from "../palette";
import { textWidth } from "../fitText";
import { rampPart } from "../ramp";
import { group, type Svg, text } from "../svg";
import { markSample } from "./markSample";
import type { LegendTexts } from "./stageFigure";

const SIZE = 12;
const GAP = { item: 20, sample: 7, above: 18 };
const SAMPLE = 18; // width
const RAMP = { width: 92, height: 26 };
const LINE = 24;

interface Item {
  readonly label: string;
  readonly width: number; // of the sample
  /** The sample with its left edge at x, in a line whose middle is at y. */
  readonly sample: (x: number, y: number) => Svg;
}

export interface Legend {
  readonly svg: Svg;
  readonly height: number;
}

/** The legend in lines of at most this width. */
export function legendPart(
  texts: LegendTexts,
  palette: Palette,
  top: number,
  width: number,
): Legend {
  // prettier-ignore
  let [x, y] = [0, top + GAP.above + RAMP.height / 2];
  const drawn = itemsOf(texts, palette).map((item) => {
    const sample = item.width > 0 ? item.width + GAP.sample : 0;
    const needed = sample + textWidth(item.label, SIZE);
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    const at = x;
    x += needed + GAP.item;
    const fill = palette.colors["ink-2"];
    return item.sample(at, y) + text(item.label, { x: at + sample, y, size: SIZE, fill });
  });
  return { svg: group({}, ...drawn), height: y + LINE / 2 - top };
}

const words = (label: string): Item => ({ label, width: 0, sample: () => "" });

function itemsOf(texts: LegendTexts, palette: Palette): readonly Item[] {
  const ramp = (label: string, kind: "weight" | "value"): Item => ({
    label,
    width: RAMP.width,
    sample: (x, y) => rampPart(palette, kind, { x, y: y - 10, width: RAMP.width, height: 9 }),
  });
  const marks = texts.marks.map(({ mark, text: label }): Item => ({
    label,
    width: SAMPLE,
    sample: (x, y) => markSample(palette.colors, mark, x, y),
  }));
  return [
    ...(texts.weight === null ? [] : [ramp(texts.weight, "weight")]),
    ...(texts.value === null ? [] : [ramp(texts.value, "value")]),
    ...texts.blocks.map(words),
    ...marks,
  ];
}
