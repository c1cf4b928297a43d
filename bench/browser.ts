/** The browser that most systems run in, and a page for each of them. */
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { ensureChromium } from "../scripts/find-chromium.mjs";
import type { Entrant } from "./entrant";
import type { bench } from "./page";
import type { SystemId } from "./systems/all";
import type { Device } from "./systems/device";
import type { Size } from "./work";

const CONFIG = "bench/vite.config.ts"; // read as a file, so that what it imports finds its own place
const PATIENCE = 120_000; // milliseconds for a page to load, on a busy machine
const ANSWERS = 20; // that a token's time is taken over

/** What the page offers, as a function that runs there finds it. */
type InPage = typeof globalThis & { bench: typeof bench };

export interface Stage {
  readonly browser: string;
  /** Sets a system up in a page of its own; null where this browser does not have it. */
  enter(id: SystemId, size: Size): Promise<Entrant | null>;
  /** A page that runs no system. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the benchmark's page, serves it and starts a browser. */
export async function openStage(): Promise<Stage> {
  await build({ configFile: CONFIG });
  const server = await preview({ configFile: CONFIG, preview: { host: "127.0.0.1", port: 0 } });
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium() });
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "bench" in globalThis);
    return page;
  };
  return {
    browser: `Chromium ${browser.version()}`,
    open,
    async enter(id, size) {
      const page = await open();
      if (await page.evaluate(start, { id, size })) return entrant(page);
      await page.close();
      return null;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

const start = ({ id, size }: { id: SystemId; size: Size }): Promise<boolean> =>
  (globalThis as InPage).bench.start(id, size);

function entrant(page: Page): Entrant {
  return {
    train: (steps) => page.evaluate((count) => (globalThis as InPage).bench.train(count), steps),
    time: (steps) => page.evaluate((count) => (globalThis as InPage).bench.time(count), steps),
    timeToken: () =>
      page.evaluate((answers) => (globalThis as InPage).bench.timeToken(answers), ANSWERS),
    launches: () => page.evaluate(() => (globalThis as InPage).bench.launches()),
    profile: (steps) =>
      page.evaluate((count) => (globalThis as InPage).bench.profile(count), steps),
    close: () => page.close(),
  };
}

/** The fastest matrix product of a browser, in billions of operations a second. */
export const measureProducts = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as InPage).bench.measureProducts());

/** What the browser offers to compute with. */
export const describeDevice = (page: Page): Promise<Device> =>
  page.evaluate(() => (globalThis as InPage).bench.describeDevice());
