/** The browser that most systems run in, and a page for each of them. */
import { platform } from "node:os";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { ensureChromium } from "../scripts/find-chromium.mjs";
import type { ComparedSystem } from "./comparedSystem";
import type { bench } from "./page";
import type { SystemId } from "./systems/all";
import type { Device } from "./systems/device";
import type { Size } from "./work";

const CONFIG = "bench/vite.config.ts"; // a path, so that its imports resolve from there
const TIME_LIMIT = 120_000; // ms for a page to load on a busy machine
const ANSWERS = 20; // for the mean time of a token

/** The global object of the page, for functions that run there. */
type InPage = typeof globalThis & { bench: typeof bench };

export interface BenchmarkBrowser {
  readonly version: string;
  /** Starts a system in its own page; null where this browser does not have it. */
  startSystem(id: SystemId, size: Size): Promise<ComparedSystem | null>;
  /** Opens a page without a system. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

/** How the browser reaches a graphics card. */
type Card = "none" | "hardware" | "software";

/** Without a display, on Linux, it needs Vulkan. Playwright's own switch would bring a software card back. */
const HARDWARE = ["--enable-gpu", "--ignore-gpu-blocklist", "--enable-unsafe-webgpu"];
const VULKAN = ["--use-angle=vulkan", "--enable-features=Vulkan", "--disable-vulkan-surface"];
const SOFTWARE = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-vulkan=swiftshader",
];

function switchesFor(card: Card): {
  readonly args: string[];
  readonly ignoreDefaultArgs: string[];
} {
  switch (card) {
    case "none":
      return { args: [], ignoreDefaultArgs: [] };
    case "hardware": {
      const args = [...HARDWARE, ...(platform() === "linux" ? VULKAN : [])];
      return { args, ignoreDefaultArgs: ["--enable-unsafe-swiftshader"] };
    }
    case "software":
      return { args: SOFTWARE, ignoreDefaultArgs: [] };
    default:
      return card satisfies never;
  }
}

/** Builds the benchmark's page, serves it and starts a browser. */
export async function openBrowser(card: Card = "none"): Promise<BenchmarkBrowser> {
  await build({ configFile: CONFIG });
  const server = await preview({ configFile: CONFIG, preview: { host: "127.0.0.1", port: 0 } });
  const chrome: Browser = await chromium.launch({
    executablePath: ensureChromium(),
    ...switchesFor(card),
  });
  const openPage = async (id?: SystemId): Promise<Page> => {
    const page = await chrome.newPage();
    page.setDefaultTimeout(TIME_LIMIT);
    if (id === "jaxWasm") await page.addInitScript(hideSharedMemory);
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "bench" in globalThis);
    return page;
  };
  return {
    version: `Chromium ${chrome.version()}`,
    openPage: () => openPage(),
    async startSystem(id, size) {
      const page = await openPage(id);
      if (await page.evaluate(start, { id, size })) return comparedSystem(page);
      await page.close();
      return null;
    },
    async close() {
      await chrome.close();
      await server.close();
    },
  };
}

/** Runs in the page before its code: where jax-js finds shared memory, it divides every kernel among the processors. */
function hideSharedMemory(): void {
  Reflect.deleteProperty(globalThis, "SharedArrayBuffer");
}

const start = ({ id, size }: { id: SystemId; size: Size }): Promise<boolean> =>
  (globalThis as InPage).bench.start(id, size);

function comparedSystem(page: Page): ComparedSystem {
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

/** The rate of the fastest matrix product in the browser, in billions of operations a second. */
export const measureProducts = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as InPage).bench.measureProducts());

/** The hardware that the browser computes with. */
export const describeDevice = (page: Page): Promise<Device> =>
  page.evaluate(() => (globalThis as InPage).bench.describeDevice());
