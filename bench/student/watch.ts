/** Opens the page with notes of its first map, its long tasks, its frames and the maps of its training. */
import type { Browser, Page } from "@playwright/test";
import type { Message } from "../../src/workers/protocol";

export interface Notes {
  firstMap: number | null; // milliseconds from navigation to the first painted cell of a map
  longTasks: number[]; //     durations of all tasks of the main thread over 50 ms
  frames: number[]; //        milliseconds from one frame to the next
  traces: number; //          of all lanes; each draws the stage of its lane again
}

type Watched = typeof globalThis & { notes: Notes };

/** Runs in the page before all other scripts. */
function watchPage(): void {
  const notes: Notes = { firstMap: null, longTasks: [], frames: [], traces: 0 };
  Object.assign(globalThis, { notes });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== "trainer") return; // another worker times the backends
      this.addEventListener("message", ({ data }: MessageEvent<Message>) => {
        if (data.event.type === "trace") notes.traces++;
      });
    }
  };
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

/** Clears the tasks, frames and traces so far. */
export const forgetNotes = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Object.assign((globalThis as Watched).notes, { longTasks: [], frames: [], traces: 0 }),
  );

/** Waits until a map is painted. @returns milliseconds from navigation */
export async function firstMapOf(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as Watched).notes.firstMap !== null);
  return (await readNotes(page)).firstMap ?? Number.NaN;
}
