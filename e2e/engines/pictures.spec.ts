/** Pictures of the page in Firefox and WebKit, to be looked at: both languages and themes, wide and narrow. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { LANGUAGES } from "../../src/languages";
import { part, testInEngines } from "./engines";

const FOLDER = ".cache/engines";

const SCENES = {
  lab: "mode=lab&task=englishKorean",
  lesson: "mode=learn",
} as const;

const SIZES = [
  [1440, 900],
  [390, 844],
] as const;

const LOOKS = Object.keys(LANGUAGES).flatMap((language) =>
  ["light", "dark"].map((theme) => ({ language, theme })),
);

/** Whether the map is there, and the parts that load late. */
const IS_DRAWN = `["figure", "transport"].every((place) => document.querySelector('[data-place="' + place + '"]'))
  && document.querySelector("[role=gridcell]") !== null`;

testInEngines("pictures @pictures", async ({ browser, reads }, page) => {
  mkdirSync(FOLDER, { recursive: true });
  const [engine = ""] = browser.name.split(" ");
  for (const [scene, link] of Object.entries(SCENES))
    for (const { language, theme } of LOOKS)
      for (const [width, height] of SIZES) {
        await browser.resize(width, height);
        await browser.open(`${page}?${link}&lang=${language}&theme=${theme}`);
        const backend = language === "ko" ? "계산 장치" : "Backend";
        if (width > 900) await reads(part("status", backend), "WebAssembly");
        await expect
          .poll(() => browser.evaluate<boolean>(IS_DRAWN), { timeout: 600_000 })
          .toBe(true);
        await browser.evaluate("document.fonts.ready.then(() => null)");
        const name = `${engine}-${scene}-${language}-${theme}-${width}.png`;
        writeFileSync(join(FOLDER, name), await browser.screenshot());
      }
});
