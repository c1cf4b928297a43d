/**
 * `npm run measure`: what a student waits for, on this machine, in the built page. It reports and judges nothing.
 * First map of each task: from navigation, cold cache, median of five. Training: the default set-up from the click on Train to the
 * first evaluation of at least 0.95 exact match, and what the main thread did meanwhile.
 */
import { cpus } from "node:os";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { FIELDS } from "../src/engine/config";
import { ensureChromium } from "./find-chromium.mjs";

const OPENINGS = 5;
const TARGET = "95";

/** Runs in the page before anything else: notes when the first cell of a map was painted, and every long task. */
function watchPage(): void {
  const notes: { firstMap: number | null; longTasks: number[] } = { firstMap: null, longTasks: [] };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    notes.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ entryTypes: ["longtask"] });
  const look = (): void => {
    if (!document.querySelector('[role="grid"] [role="gridcell"]')) requestAnimationFrame(look);
    else setTimeout(() => (notes.firstMap = performance.now())); // a task after the frame: it has been painted
  };
  look();
}

interface Notes {
  readonly firstMap: number | null;
  readonly longTasks: readonly number[];
}

const readNotes = (page: Page): Promise<Notes> =>
  page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } }); // an empty cache of its own
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(address);
  return page;
}

/** Median of several openings, each with an empty cache. */
async function firstMaps(browser: Browser, address: string): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i++) times.push(await measureFirstMap(browser, address));
  return `median ${Math.round(median(times))} ms of ${times.map(Math.round).join(", ")} ms`;
}

async function measureFirstMap(browser: Browser, address: string): Promise<number> {
  const page = await openPage(browser, address);
  await page.waitForFunction(
    () => (globalThis as unknown as { notes: Notes }).notes.firstMap !== null,
  );
  const { firstMap } = await readNotes(page);
  await page.context().close();
  return firstMap ?? Number.NaN;
}

async function measureTraining(browser: Browser, address: string): Promise<Record<string, string>> {
  const page = await openPage(browser, `${address}?target=0.${TARGET}`);
  const training = page.getByRole("region", { name: "Training" });
  const reading = (name: string): Promise<string> =>
    training.getByLabel(name, { exact: true }).innerText();
  await training
    .getByLabel("Backend")
    .getByText(/\(|WebAssembly|JavaScript/)
    .waitFor();
  await page.evaluate(
    () => ((globalThis as unknown as { notes: { longTasks: number[] } }).notes.longTasks = []),
  );
  const start = performance.now();
  await training.getByRole("button", { name: "Train", exact: true }).click();
  await training.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await training.getByRole("button", { name: "Train", exact: true }).waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - start) / 1000;
  const { longTasks } = await readNotes(page);
  const result = {
    backend: await reading("Backend"),
    "exact match": await reading("Exact match"),
    steps: await reading("Step"),
    "seconds from the click": seconds.toFixed(1),
    "pairs per second": await reading("Pairs per second"),
    "main-thread tasks over 50 ms": `${longTasks.length} (longest ${Math.round(Math.max(0, ...longTasks))} ms)`,
  };
  await page.context().close();
  return result;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

await build({ logLevel: "warn" });
const server = await preview({ preview: { host: "127.0.0.1", port: 0 }, logLevel: "warn" });
const address = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({ executablePath: ensureChromium() });
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown processor"}, Chromium ${browser.version()}`,
  );
  for (const task of FIELDS.task.options.filter((option) => option !== "pairs"))
    console.log(`first map, ${task}: ${await firstMaps(browser, `${address}?task=${task}`)}`);
  for (const [what, value] of Object.entries(await measureTraining(browser, address)))
    console.log(`${what}: ${value}`);
} finally {
  await browser.close();
  await server.close();
}
