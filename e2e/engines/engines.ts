/** The engines beside Chromium, and the parts of the page that their tests use. */
import { test } from "@playwright/test";
import { findFirefox, findWebkit } from "../../scripts/find-engines.mjs";
import type { Browser } from "./browser";
import { startFirefox } from "./firefox";
import type { Query } from "./sight";
import { createVisitor, type Visitor } from "./visitor";
import { startWebkit } from "./webkit";

const ENGINES = {
  Firefox: { path: findFirefox(), start: startFirefox, lacks: "apt-get install firefox-esr" },
  WebKit: {
    path: findWebkit(),
    start: startWebkit,
    lacks: "apt-get install webkit2gtk-driver xvfb",
  },
} as const;

export type EngineName = keyof typeof ENGINES;

export const ENGINE_NAMES: readonly EngineName[] = ["Firefox", "WebKit"];

/** Starts the engine, or skips the test with a sentence that the summary counts. */
export async function startEngine(name: EngineName, address: string): Promise<Browser> {
  const { path, start, lacks } = ENGINES[name];
  test.skip(path === null, `${name} is not installed (on Debian: ${lacks})`);
  const browser = await start(path ?? "", new URL(address).origin);
  test.info().annotations.push({ type: "engine", description: browser.name });
  return browser;
}

/** A test in each engine, with a visitor before a window of 1440 x 900. No fault may be left at its end. */
export function testInEngines(
  title: string,
  body: (visitor: Visitor, address: string) => Promise<void>,
): void {
  for (const name of ENGINE_NAMES)
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
