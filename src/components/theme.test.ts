import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast as contrastOf, parseHex } from "../vis/color";
import { THEMES } from "../testing/themeColours";

/** Contrast ratio as WCAG 2 defines it. */
const contrast = (one: string, other: string): number => contrastOf(parseHex(one), parseHex(other));

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
