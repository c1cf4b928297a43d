import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("theme.css", import.meta.url), "utf8");

/** The colours of a theme's block; dark overrides light. */
function coloursOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );
}

const light = coloursOf(":root");
const THEMES = { light, dark: new Map([...light, ...coloursOf(':root[data-theme="dark"]')]) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["bg", "surface", "raised"];
const ROLES = ["encoder", "decoder", "attention", "truth", "danger"];

describe.each(Object.entries(THEMES))("%s theme", (_, theme) => {
  const ratio = (one: string, other: string): number =>
    contrast(theme.get(one) ?? "", theme.get(other) ?? "");

  it.each(GROUNDS.flatMap((ground) => ["ink", "ink-2"].map((text) => [text, ground])))(
    "text %s is readable on %s",
    (text = "", ground = "") => expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(ROLES)("%s is readable on the surface and on its soft ground", (role) => {
    expect(ratio(role, "surface")).toBeGreaterThanOrEqual(4.5);
    expect(ratio(role, `${role}-soft`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio("ink", `${role}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["bg", "surface"])("the edges of controls stand out from %s", (ground) => {
    expect(ratio("edge", ground)).toBeGreaterThanOrEqual(3);
    expect(ratio("focus", ground)).toBeGreaterThanOrEqual(3);
  });

  it("the main button is readable", () => {
    expect(ratio("bg", "ink")).toBeGreaterThanOrEqual(4.5);
  });
});

it("underlines by single properties: Safari draws no line for a thickness within the short form", () => {
  const folder = new URL("./", import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sheets = names.filter((name) => name.endsWith(".css"));
  expect(sheets.length).toBeGreaterThan(20);
  const short = /text-decoration:[^;]*\d/;
  expect(sheets.filter((name) => short.test(readFileSync(new URL(name, folder), "utf8")))).toEqual(
    [],
  );
});
