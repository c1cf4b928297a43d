/** Colours mixed in OKLab, as CSS color-mix does it: for the pictures of tiles, and for readable text on a cell. */

/** Red, green and blue in [0, 255]. */
export type Rgb = readonly [red: number, green: number, blue: number];
type Lab = readonly [lightness: number, a: number, b: number];

/**
 * Reads "#rgb" or "#rrggbb".
 * @throws if the text is not such a colour
 */
export function parseHex(text: string): Rgb {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) throw new Error(`color: expected "#rrggbb", got "${text}"`);
  const long = digits.length === 6 ? digits : digits.replaceAll(/./g, "$&$&");
  const part = (i: number): number => Number.parseInt(long.slice(2 * i, 2 * i + 2), 16);
  return [part(0), part(1), part(2)];
}

function toLinear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function fromLinear(c: number): number {
  const channel = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, channel)));
}

// Björn Ottosson, "A perceptual color space for image processing", 2020.
function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `share` of the first colour mixed into the second, in OKLab. */
export function mixColors(first: Rgb, second: Rgb, share: number): Rgb {
  const [a, b] = [toLab(first), toLab(second)];
  const at = (i: 0 | 1 | 2): number => b[i] + (a[i] - b[i]) * share;
  return fromLab([at(0), at(1), at(2)]);
}

/** Relative luminance as WCAG defines it. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Contrast of two colours as WCAG defines it, from 1 to 21. */
export function contrast(first: Rgb, second: Rgb): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Black or white, the one with more contrast to the background; that one always reaches 4.5:1. */
export function textOn(background: Rgb): "#000" | "#fff" {
  return contrast(background, BLACK) >= contrast(background, WHITE) ? "#000" : "#fff";
}

/** The colours that figures compute with. All others stay in CSS. */
export interface Palette {
  readonly negative: Rgb;
  readonly zero: Rgb;
  readonly positive: Rgb;
  readonly attention: Rgb;
  readonly surface: Rgb;
}

/** Colour of a value, diverging around a neutral zero. Values are clamped to [-1, 1]. */
export function signedColor({ negative, zero, positive }: Palette, value: number): Rgb {
  const share = Math.min(1, Math.abs(value));
  return mixColors(value < 0 ? negative : positive, zero, share);
}

/** Colour of an attention weight in [0, 1]. */
export function weightColor({ attention, surface }: Palette, weight: number): Rgb {
  return mixColors(attention, surface, weight);
}

/** A palette's scales as tables: training recolours thousands of cells several times a second. */
export interface Scales {
  /** As `signedColor`. */
  readonly signed: (value: number) => Rgb;
  /** The ground under a picture, for places without a value. */
  readonly empty: Rgb;
  /** Text colour on a cell with this attention weight. */
  readonly weightText: (weight: number) => "#000" | "#fff";
}

const STEPS = 100; // on each side of zero; neighbouring colours look the same

export function createScales(palette: Palette): Scales {
  const signed = Array.from({ length: 2 * STEPS + 1 }, (_, i) =>
    signedColor(palette, i / STEPS - 1),
  );
  const texts = Array.from({ length: STEPS + 1 }, (_, i) =>
    textOn(weightColor(palette, i / STEPS)),
  );
  const index = (value: number): number => Math.round(STEPS * Math.min(1, Math.max(-1, value)));
  return {
    empty: palette.surface,
    signed: (value) => signed[index(value) + STEPS] ?? palette.zero,
    weightText: (weight) => texts[index(weight)] ?? "#000",
  };
}
