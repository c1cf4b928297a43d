/** Every exported figure: XML that stands alone, in the colours of one theme, with texts as texts. */
import { readFileSync } from "node:fs";
import { Window } from "happy-dom";
import { afterAll, describe, expect, test } from "vitest";
import { everyFigure, stageFigure, TRACES } from "../testing/figures";
import { makeTrace } from "../testing/traces";
import { cellBox } from "../layout/stageBoxes";
import { layoutStage } from "../layout/stageLayout";
import { stageShape } from "../layout/stageShape";
import { readPalettes } from "./palette";
import { escaped, hatched } from "./svg";

const css = readFileSync(new URL("../../components/theme.css", import.meta.url), "utf8");
const PALETTES = readPalettes(css);

const page = new Window();
afterAll(() => page.happyDOM.close());

function parse(svg: string) {
  const document = new page.DOMParser().parseFromString(svg, "image/svg+xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

const NO_NUMBER = /NaN|Infinity|undefined|null/;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const figures = everyFigure(PALETTES[theme]);
  test.each(Object.keys(figures))("%s is a picture that stands alone", (name) => {
    const svg = figures[name] ?? "";
    const root = parse(svg).documentElement;
    expect(root.tagName.toLowerCase()).toBe("svg");
    const [width, height] = ["width", "height"].map((side) => Number(root.getAttribute(side)));
    expect(width).toBeGreaterThan(0);
    expect(root.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
    expect(root.querySelector("title")?.textContent).not.toBe("");
    expect(root.querySelector("desc")?.textContent).not.toBe("");
    expect(root.getAttribute("font-family")).toMatch(/^Arial, .*Malgun Gothic.*sans-serif$/);
    // No reference but the namespace, no style of the page, no broken number, no bare ampersand.
    const alone = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "");
    expect(/\/\/|href|url\(|var\(|class=|style=/.exec(alone)).toBeNull();
    expect(NO_NUMBER.exec(svg)).toBeNull();
    expect(/&(?!amp;|lt;|gt;|quot;)/.exec(svg)).toBeNull();
    const colors = new Set(svg.match(/(?<=(?:fill|stroke)=")[^"]+/g));
    const strange = [...colors].filter(
      (color) => !/^(none|#[0-9a-f]{3}|#[0-9a-f]{6})$/.test(color),
    );
    expect(strange).toEqual([]);
    const other = theme === "light" ? PALETTES.dark : PALETTES.light;
    expect(colors).toContain(PALETTES[theme].colors.surface);
    expect(colors).not.toContain(other.colors.surface);
  });
});

test("what a user typed stays text", () => {
  const source = ["<script>alert(1)</script>", "&amp;", "\"'", "a\u0000b", "\ud800"];
  const svg = stageFigure(makeTrace({ source }), PALETTES.light, { width: 1600, height: 700 });
  const document = parse(svg);
  expect(document.querySelector("script")).toBeNull();
  const texts = [...document.querySelectorAll("text")].map((each) => each.textContent);
  expect(texts).toContain("&amp;");
  expect(texts).toContain("a\ufffdb");
  expect(texts.some((text) => text.startsWith("<script>"))).toBe(true);
});

test("cells lie where the stage's layout has them, in the colour of their weight", () => {
  const trace = TRACES["plain"] ?? makeTrace();
  const palette = PALETTES.light;
  const root = parse(stageFigure(trace, palette)).documentElement;
  const rects = [...root.querySelectorAll("rect")];
  const none = { context: 0, fed: 0, state: 0, combined: 0, said: 0, bar: 0 };
  const layout = layoutStage(stageShape(trace), { width: 760, height: 620 }, none);
  trace.steps.forEach((step, row) =>
    step.attention?.weights.forEach((weight, column) => {
      const box = cellBox(layout, row, column);
      const drawn = rects.find(
        (each) =>
          Number(each.getAttribute("x")) === box.x + 0.5 &&
          Number(each.getAttribute("y")) === box.y + 0.5 &&
          Number(each.getAttribute("width")) === box.width - 1,
      );
      expect(drawn?.getAttribute("fill")).toBe(palette.weight(Number(weight.toFixed(2))));
    }),
  );
});

test("a picture without attention has its wall, and no cells and no scale of weights", () => {
  const svg = stageFigure(TRACES["wall"] ?? makeTrace(), PALETTES.light);
  expect(svg.includes("No attention")).toBe(true);
  expect(svg.includes(PALETTES.light.weight(1))).toBe(false);
});

test("the colours are those of the page's style sheet", () => {
  const { light, dark } = PALETTES;
  expect(css).toContain(`--encoder: ${light.colors.encoder};`);
  expect(css).toContain(`--encoder: ${dark.colors.encoder};`);
  expect(light.weight(0)).toBe(light.colors.surface);
  expect(light.weight(1)).toBe(light.colors.attention);
  expect(light.value(-1)).toBe(light.colors.negative);
  expect(() => readPalettes(":root { --ink: #000; }")).toThrow(/color/);
});

test("text for XML has no character that XML cannot hold", () => {
  expect(escaped("a<b & \"c\"\u0001\ud83d\ude00")).toBe("a&lt;b &amp; &quot;c&quot;\ufffd\u{1f600}"); // prettier-ignore
});

test("a hatch fills its box and stays in it", () => {
  const d = hatched({ x: 10, y: 20, width: 30, height: 12 }, 6);
  const points = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(points.length).toBeGreaterThan(8);
  for (const [x = 0, y = 0] of points) {
    expect(x >= 10 && x <= 40).toBe(true);
    expect(y >= 20 && y <= 32).toBe(true);
  }
});
