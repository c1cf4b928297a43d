/** Measures the training of a task's default set-up, from the click on Train to the target. */
import { type Browser, errors, type Page } from "@playwright/test";
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
  await forgetNotes(page);
  const seconds = await train(page);
  const frames = summarize(await readNotes(page));
  const result = {
    seconds,
    steps: Number((await reading("Update")).replaceAll(/\D/g, "")),
    exactMatch: await reading("Exact match"),
    backend: await reading("Backend"),
    frames,
  };
  await page.context().close();
  return result;
}

/** Presses Train. @returns seconds until training stops by itself; null where the time limit is exceeded */
async function train(page: Page): Promise<number | null> {
  const button = (name: string) =>
    page.getByRole("region", { name: "Training" }).getByRole("button", { name, exact: true });
  const start = performance.now();
  await button("Train").click();
  await button("Pause").waitFor();
  try {
    await button("Train").waitFor({ timeout: TIME_LIMIT });
    return (performance.now() - start) / 1000;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return null;
    throw error;
  }
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
