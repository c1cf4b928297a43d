/** Measures the training of a task's default set-up, from the click on Train to the target. */
import type { Browser, Locator, Page } from "@playwright/test";
import { watchMainThread } from "./mainThread";
import { forgetNotes, openWatched, readNotes } from "./watch";

const TARGET = 0.95; // exact match
const TIME_LIMIT = 60_000; // milliseconds; the report says where it is exceeded

export interface Training {
  /** From the click to the evaluation that reaches the target; null where the time limit is exceeded. */
  readonly seconds: number | null;
  readonly steps: number;
  readonly exactMatch: string;
  readonly backend: string;
  /** Of the main thread during training, in milliseconds. */
  readonly frames: Frames;
  /** Processor time of the main thread for each map on the stage, in milliseconds. */
  readonly mainThread: number;
}

export interface Frames {
  readonly median: number;
  readonly percentile95: number;
  readonly percentile99: number;
  readonly longest: number;
  readonly tasksOver50: number;
}

/** @param address a page with a task and settings, without a target */
export async function measureTraining(browser: Browser, address: string): Promise<Training> {
  const page = await openWatched(browser, `${address}&target=${TARGET}`);
  const training = page.getByRole("region", { name: "Training" });
  const reading = (name: string): Promise<string> =>
    training.getByLabel(name, { exact: true }).innerText();
  await training
    .getByLabel("Backend")
    .getByText(/\(|WebAssembly|JavaScript/)
    .waitFor();
  const mainThread = await watchMainThread(page);
  await forgetNotes(page);
  const before = await mainThread();
  const seconds = await train(page);
  const notes = await readNotes(page);
  const frames = summarize(notes);
  const result = {
    seconds,
    steps: Number((await reading("Update")).replaceAll(/\D/g, "")),
    exactMatch: await reading("Exact match"),
    backend: await reading("Backend"),
    frames,
    mainThread: ((await mainThread()) - before) / notes.traces,
  };
  await page.context().close();
  return result;
}

/** Presses Train. @returns seconds until training stops by itself; null where the time limit is exceeded */
async function train(page: Page): Promise<number | null> {
  const region = page.getByRole("region", { name: "Training" });
  const start = performance.now();
  await region.getByRole("button", { name: "Train", exact: true }).click();
  await untilNamed(region, "Pause");
  const isInTime = await untilNamed(region, "Train");
  return isInTime ? (performance.now() - start) / 1000 : null;
}

/**
 * Waits until the region has a button with this text. The page itself watches for it: Playwright would search all
 * elements for their names several times a second, which costs frames.
 * @returns whether it came within the time limit
 */
function untilNamed(region: Locator, text: string): Promise<boolean> {
  return region.evaluate(
    (element, { wanted, limit }) =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => end(false), limit);
        const observer = new MutationObserver(look);
        observer.observe(element, { subtree: true, childList: true, characterData: true });
        look();
        function look(): void {
          const buttons = [...element.querySelectorAll("button")];
          if (buttons.some(({ textContent }) => textContent.trim() === wanted)) end(true);
        }
        function end(isThere: boolean): void {
          clearTimeout(timer);
          observer.disconnect();
          resolve(isThere);
        }
      }),
    { wanted: text, limit: TIME_LIMIT },
  );
}

function summarize({ frames, longTasks }: { frames: number[]; longTasks: number[] }): Frames {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    median: at(0.5),
    percentile95: at(0.95),
    percentile99: at(0.99),
    longest: at(1),
    tasksOver50: longTasks.length,
  };
}
