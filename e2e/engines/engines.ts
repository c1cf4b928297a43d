/** A test in each engine beside Chromium, and the parts of the page that these tests use. */
import { test } from "@playwright/test";
import type { Browser } from "./browser";
import { BROWSER_NAMES, type BrowserName, BROWSERS } from "./browsers";
import type { Query } from "./sight";
import { createVisitor, type Visitor } from "./visitor";

/** Starts the engine, or skips the test with a sentence that the summary counts. */
async function startEngine(name: BrowserName, address: string): Promise<Browser> {
  const { path, start, packages } = BROWSERS[name];
  test.skip(path === null, `${name} is not installed (on Debian: apt-get install ${packages})`);
  const browser = await start(path ?? "", {
    origin: new URL(address).origin,
    savesData: true,
  });
  test.info().annotations.push({ type: "engine", description: browser.name });
  return browser;
}

/** A test in each engine, with a visitor before a window of 1440 x 900. No fault may be left at its end. */
export function testInEngines(
  title: string,
  body: (visitor: Visitor, address: string) => Promise<void>,
): void {
  for (const name of BROWSER_NAMES)
    test(`${name}: ${title}`, async ({ baseURL }) => {
      const address = baseURL ?? "";
      const browser = await startEngine(name, address);
      try {
        await browser.resize(1440, 900);
        await body(createVisitor(browser), address);
        test.expect(browser.takeFaults(), "errors, breaches and foreign requests").toEqual([]);
      } catch (error) {
        const picture = await browser.screenshot();
        await test.info().attach("picture", { body: picture, contentType: "image/png" });
        throw error;
      } finally {
        await browser.close();
      }
    });
}

const TRAINING: Query = { role: "region", name: "Training" };
const DECODING: Query = { role: "region", name: "Decoding" };

/** A part of the page by role, name and the part around it. */
export const part = (role: string, name: string, within?: Query): Query =>
  within ? { role, name, within } : { role, name };

export const PARTS = {
  training: TRAINING,
  train: part("button", "Train", TRAINING),
  reset: part("button", "Reset model", TRAINING),
  oneUpdate: part("button", "One update", TRAINING),
  update: part("status", "Update", TRAINING),
  backend: part("status", "Backend", TRAINING),
  source: part("textbox", "Source", DECODING),
  output: part("status", "Output", DECODING),
  first: part("button", "First token", DECODING),
  next: part("button", "Next token", DECODING),
} as const;
