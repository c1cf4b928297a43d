/**
 * Trains two tiny models in lockstep for 100,000 updates in the built page, with evaluations, looks back and lessons,
 * and reads now and then what the page, its worker and its storage hold.
 */
import type { Browser, Locator, Page } from "@playwright/test";
import { watchMainThread } from "../student/mainThread";
import { forgetNotes, openWatched, readNotes } from "../student/watch";
import { type Memory, readMemory } from "./memory";

const TINY = "task=copy&shortest=1&longest=2&symbols=4&hidden=4&embedding=2&batch=8";
const ENDLESS = "rate=0.0001&target=1&steps=10000"; // learns slowly; each Train makes as many updates again
const LEGS = 10;
const LEG = 10_000; // updates of each model
const LESSON_ROUNDS = 3;

export interface Reading extends Memory {
  /** Updates of each model so far, or the round of lessons. */
  readonly after: string;
  /** Milliseconds from one frame to the next in 95 % of the frames; null while nothing trains. */
  readonly frames95: number | null;
  /** Processor time of the main thread for each map meanwhile, in milliseconds. */
  readonly mainThread: number | null;
}

/** @param backend null: the one that the page takes by itself */
export async function measureLongRun(
  browser: Browser,
  address: string,
  backend: string | null,
): Promise<Reading[]> {
  const asked = backend === null ? "" : `&backend=${backend}`;
  const page = await openWatched(
    browser,
    `${address}?mode=compare&b.seed=2&${TINY}&${ENDLESS}${asked}`,
  );
  page.setDefaultTimeout(0);
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  const mainThread = await watchMainThread(page);
  const readings: Reading[] = [];
  const note = (reading: Reading): void => {
    readings.push(reading);
    console.log(JSON.stringify(reading));
  };
  for (let leg = 1; leg <= LEGS; leg++) {
    const times = await train(page, mainThread);
    await lookAround(page);
    note({ after: String(leg * LEG), ...times, ...(await readMemory(browser, page)) });
  }
  for (let round = 1; round <= LESSON_ROUNDS; round++) {
    await openLessons(page);
    const after = `lessons, round ${round}`;
    note({ after, frames95: null, mainThread: null, ...(await readMemory(browser, page)) });
  }
  await page.context().close();
  if (failures.length > 0) throw new Error(`longRun: the page failed: ${failures.join("; ")}`);
  return readings;
}

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole("button", { name, exact: true });

/** Trains to the next multiple of the cap, and watches the frames meanwhile. */
async function train(
  page: Page,
  mainThread: () => Promise<number>,
): Promise<Pick<Reading, "frames95" | "mainThread">> {
  const training = page.getByRole("region", { name: "Training" });
  await forgetNotes(page);
  const before = await mainThread();
  await button(training, "Train").click();
  await button(training, "Pause").waitFor();
  await button(training, "Pause").waitFor({ state: "hidden" });
  const work = (await mainThread()) - before;
  const { frames, traces } = await readNotes(page);
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    frames95: sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN,
    mainThread: work / traces,
  };
}

/** A full evaluation of both models, and a look back along the curves. */
async function lookAround(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Results", exact: true }).click();
  await button(page, "Evaluate").first().click();
  await button(page, "Stop evaluating").first().waitFor({ state: "hidden" });
  await page.getByRole("tab", { name: "Network", exact: true }).click();
  const timeline = page.getByRole("slider", { name: "Timeline" });
  await timeline.press("Home");
  for (let i = 0; i < 8; i++) await timeline.press("ArrowRight");
  await timeline.press("End");
}

/** Opens every lesson in turn and goes to its second step. */
async function openLessons(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Learn", exact: true }).click();
  const lesson = page.getByRole("region", { name: "Lesson", exact: true });
  const entries = lesson.getByRole("listitem");
  const all = button(lesson, "All lessons");
  await all.or(entries.first()).first().waitFor();
  if (await all.isVisible()) await all.click();
  await entries.first().waitFor();
  const count = await entries.count();
  for (let i = 0; i < count; i++) {
    await entries.nth(i).getByRole("button").click();
    await lesson.getByRole("progressbar").waitFor();
    await button(lesson, "Skip").or(button(lesson, "Next")).first().click();
    await lesson.locator("progress[value='2']").waitFor();
    await lesson.getByText("The lesson is loading.").waitFor({ state: "hidden" }); // the scene decodes
    await all.click();
    await entries.first().waitFor();
  }
}
