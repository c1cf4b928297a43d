/** The colours of the page's themes as data, read from its style sheet: an exported figure is no part of the page. */
import { createScales, mixColors, parseHex, type Rgb, type Scales } from "../color";

const NAMES = [
  "surface",
  "raised",
  "ink",
  "ink-2",
  "line",
  "edge",
  "encoder",
  "decoder",
  "decoder-soft",
  "attention",
  "attention-soft",
  "truth",
  "truth-soft",
  "hand",
  "danger",
  "danger-soft",
  "zero",
  "negative",
  "positive",
] as const;

type ColorName = (typeof NAMES)[number];

/** "#rrggbb" by name. */
export type Colors = Readonly<Record<ColorName, string>>;

export interface Palette {
  readonly colors: Colors;
  readonly scales: Scales;
  /** The colour of a cell with this attention weight, [0, 1]. */
  readonly weight: (weight: number) => string;
  /** The colour of a value, [-1, 1], as a tile at rest shows it: mixed half with the surface. */
  readonly quiet: (value: number) => string;
  /** The colour of a value as the scale has it. */
  readonly value: (value: number) => string;
}

export type ThemeName = "light" | "dark";

/**
 * @param css the style sheet with the tokens of both themes; the dark ones override the light ones
 * @throws if a colour is missing
 */
export function readPalettes(css: string): Readonly<Record<ThemeName, Palette>> {
  const light = tokensOf(css, ":root {");
  const dark = { ...light, ...tokensOf(css, ':root[data-theme="dark"] {') };
  return { light: paletteOf(light), dark: paletteOf(dark) };
}

function tokensOf(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const block = start < 0 ? "" : (css.slice(start).split("}")[0] ?? "");
  const found = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi);
  return Object.fromEntries([...found].map(([, name = "", hex = ""]) => [name, hex]));
}

function paletteOf(tokens: Readonly<Record<string, string>>): Palette {
  const colors = Object.fromEntries(
    NAMES.map((name) => [name, toHex(parseHex(tokens[name] ?? ""))]),
  ) as Colors;
  const rgb = (name: ColorName): Rgb => parseHex(colors[name]);
  const [surface, attention] = [rgb("surface"), rgb("attention")];
  const [negative, zero, positive] = [rgb("negative"), rgb("zero"), rgb("positive")];
  const scales = createScales({ negative, zero, positive, attention, surface });
  return {
    colors,
    scales,
    weight: (weight) => toHex(mixColors(attention, surface, weight)),
    quiet: (value) => toHex(halfway(scales.signed(value), surface)),
    value: (value) => toHex(scales.signed(value)),
  };
}

/** The mean of both in sRGB, as the page's veil over a tile gives it. */
function halfway(a: Rgb, b: Rgb): Rgb {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

function toHex(color: Rgb): string {
  const digits = color.map((channel) => Math.round(channel).toString(16).padStart(2, "0"));
  return `#${digits.join("")}`;
}
