import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  createScales,
  contrast,
  mixColors,
  parseHex,
  signedColor,
  textOn,
  weightColor,
  type Palette,
  type Rgb,
} from "./color";

const theme = readFileSync(new URL("../components/theme.css", import.meta.url), "utf8");
const [light = "", dark = ""] = theme.split('[data-theme="dark"]');

function colorOf(css: string, name: string): Rgb {
  return parseHex(new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)?.[1] ?? "");
}

function paletteOf(css: string): Palette {
  const color = (name: string): Rgb => colorOf(css, name);
  return {
    negative: color("negative"),
    zero: color("zero"),
    positive: color("positive"),
    attention: color("attention"),
    surface: color("surface"),
  };
}

const toRgb = (text: "#000" | "#fff"): Rgb => parseHex(text);
const weights = Array.from({ length: 101 }, (_, i) => i / 100);

test("parses short and long hex colours and refuses other texts", () => {
  expect(parseHex("#fff")).toEqual([255, 255, 255]);
  expect(parseHex(" #0B6fb3 ")).toEqual([11, 111, 179]);
  expect(() => parseHex("rebeccapurple")).toThrow('expected "#rrggbb", got "rebeccapurple"');
});

test("mixing starts and ends at the two colours and changes lightness evenly", () => {
  const [black, white] = [parseHex("#000000"), parseHex("#ffffff")];
  expect(mixColors(white, black, 0)).toEqual(black);
  expect(mixColors(white, black, 1)).toEqual(white);
  expect(mixColors(white, black, 0.5)).toEqual([99, 99, 99]); // OKLab lightness 0.5
});

test.each([
  ["light", paletteOf(light)],
  ["dark", paletteOf(dark)],
])("text on every cell of the %s theme reaches 4.5:1", (_, palette) => {
  for (const weight of weights) {
    for (const cell of [
      weightColor(palette, weight),
      signedColor(palette, weight),
      signedColor(palette, -weight),
    ])
      expect(contrast(cell, toRgb(textOn(cell)))).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ["light", light],
  ["dark", dark],
])("role colours of the %s theme read as text on the surface and on their soft fills", (_, css) => {
  for (const role of ["encoder", "decoder", "attention", "truth", "danger"]) {
    expect(contrast(colorOf(css, role), colorOf(css, "surface"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colorOf(css, "ink"), colorOf(css, `${role}-soft`))).toBeGreaterThanOrEqual(4.5);
  }
});

test("values outside the scale have the colour of its nearest end", () => {
  const palette = paletteOf(light);
  expect(signedColor(palette, -3)).toEqual(palette.negative);
  expect(signedColor(palette, 3)).toEqual(palette.positive);
  expect(signedColor(palette, 0)).toEqual(palette.zero);
});

test("the table of a scale gives visibly the same colours as the exact formula", () => {
  const palette = paletteOf(light);
  const scales = createScales(palette);
  for (const value of [-2, -1, -0.37, 0, 0.5, 1, 2])
    expect(scales.signed(value)).toEqual(signedColor(palette, value));
  for (const weight of weights)
    expect(scales.weightText(weight)).toBe(textOn(weightColor(palette, weight)));
});
