/** What the charts have in common: their rules, their text and their keys. */
import type { Colors } from "../palette";
import { textWidth } from "../fitText";
import { path, rounded, type Svg, text, type TextStyle } from "../svg";

const CHART_TEXT = 12; // font size

/** A text of a chart; y is the middle of its line. */
export function label(
  colors: Colors,
  content: string,
  style: Omit<TextStyle, "size" | "fill"> & { readonly fill?: string },
): Svg {
  // prettier-ignore
  return text(content, { size: CHART_TEXT, fill: colors["ink-2"], ...style });
}

/** A horizontal line of the grid. */
export function rule(colors: Colors, y: number, left: number, right: number): Svg {
  return path(`M${rounded(left)} ${rounded(y)}H${rounded(right)}`, { stroke: colors.line });
}

export interface Key {
  readonly label: string;
  /** A sample 20 pixels wide, with its left edge at x, in a line whose middle is at y. */
  readonly sample: (x: number, y: number) => Svg;
}

const SAMPLE = 20;
const GAP = 18;
const LINE = 20;

/** The keys in lines of at most this width. */
export function keyPart(
  colors: Colors,
  keys: readonly Key[],
  top: number,
  width: number,
): { readonly svg: Svg; readonly height: number } {
  let [x, y] = [0, top + LINE / 2];
  const drawn = keys.map(({ label: meaning, sample }) => {
    const needed = SAMPLE + 6 + textWidth(meaning, CHART_TEXT);
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    const at = x;
    x += needed + GAP;
    return sample(at, y) + label(colors, meaning, { x: at + SAMPLE + 6, y });
  });
  return { svg: drawn.join(""), height: y + LINE / 2 - top };
}
