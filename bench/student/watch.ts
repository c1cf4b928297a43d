/** Opens the page with notes of its first map, its long tasks and its frames. */
import type { Browser, Page } from "@playwright/test";

export interface Notes {
  firstMap: number | null; // milliseconds from navigation to the first painted cell of a map
  longTasks: number[]; //     durations of all tasks of the main thread over 50 ms
  frames: number[]; //        milliseconds from one frame to the next
}

type Watched = typeof globalThis & { notes: Notes };

/** Runs in the page before all other scripts. */
function watchPage(): void {
  const notes: Notes = { firstMap: null, longTasks: [], frames: [] };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    notes.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ entryTypes: ["longtask"] });
  let before: number | null = null;
  const onFrame = (now: number): void => {
    if (before !== null) notes.frames.push(now - before);
    before = now;
    requestAnimationFrame(onFrame);
    if (notes.firstMap === null && document.querySelector('[role="grid"] [role="gridcell"]'))
      setTimeout(() => (notes.firstMap ??= performance.now())); // the task after the frame, when the map is painted
  };
  requestAnimationFrame(onFrame);
}

/** Opens the page with an empty cache. */
export async function openWatched(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(address);
  return page;
}

export const readNotes = (page: Page): Promise<Notes> =>
  page.evaluate(() => (globalThis as Watched).notes);

/** Clears the tasks and frames so far. */
export const forgetNotes = (page: Page): Promise<unknown> =>
  page.evaluate(() => Object.assign((globalThis as Watched).notes, { longTasks: [], frames: [] }));

/** Waits until a map is painted. @returns milliseconds from navigation */
export async function firstMapOf(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as Watched).notes.firstMap !== null);
  return (await readNotes(page)).firstMap ?? Number.NaN;
}
